/**
 * The rows of the long table are grids, because a browser puts off the layout of those that are out of sight; of
 * rows of a table it does not. Their roles are written out, so that they stay rows for who listens. Colours are
 * told apart by words, too; each has a contrast of 4.5 or more to its ground.
 */
export const style = `
:root { color-scheme: light dark; --ground: #ffffff; --raised: #f3f5f7; --ink: #1b1f24; --soft: #57606a;
  --line: #d0d7de; --safe: #1a7f37; --unsafe: #8a5d00; --manual: #c21f2b; --fixed: #0860c4; --kept: #656d76; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #0d1117; --raised: #161b22; --ink: #e6edf3; --soft: #9da5ae; --line: #30363d;
    --safe: #3fb950; --unsafe: #d29922; --manual: #ff7b72; --fixed: #58a6ff; --kept: #9198a1; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 1280px; margin: 0 auto; padding: 24px; }
h1 { font-size: 28px; line-height: 1.2; margin: 0 0 4px; }
h2 { font-size: 19px; margin: 32px 0 8px; }
p { margin: 0 0 12px; }
small { display: block; color: var(--soft); font-size: 13px; }
code, del, ins, #list td:first-child, #list td:nth-child(n+5) { font: 13px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
del { text-decoration: none; } ins { text-decoration: none; font-weight: 600; }
.tiles { display: flex; flex-wrap: wrap; gap: 12px; list-style: none; padding: 0; margin: 20px 0 0; }
.tiles li { flex: 1 1 150px; padding: 10px 14px; background: var(--raised); border-left: 4px solid; border-radius: 4px; }
.tiles strong { font-size: 24px; margin-right: 4px; }
.manual { color: var(--manual); } .safe { color: var(--safe); } .unsafe { color: var(--unsafe); }
.fixed { color: var(--fixed); } .kept { color: var(--kept); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 6px 10px; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { background: var(--raised); white-space: nowrap; }
tbody th { font-weight: 400; }
.totals td, .totals th:not(:first-child) { text-align: right; width: 84px; overflow-wrap: normal; }
.totals th small { display: inline; margin-left: 6px; }
#list { min-width: 960px; } #list, #list thead, #list tbody { display: block; }
#list tr { display: grid; grid-template-columns: 24fr 9fr 25fr 21fr 11fr 10fr; border-bottom: 1px solid var(--line);
  content-visibility: auto; contain-intrinsic-height: auto 60px; }
#list td, #list th { border: 0; min-width: 0; }
#controls { display: flex; flex-wrap: wrap; gap: 16px; align-items: center; margin: 0 0 12px; }
[hidden] { display: none !important; }
input, select, button { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--soft); border-radius: 4px; padding: 4px 8px; }
input { min-width: 260px; }
th button { border: 0; padding: 0; background: none; font-weight: 600; cursor: pointer; }
th[aria-sort=ascending] button::after { content: " ▲"; } th[aria-sort=descending] button::after { content: " ▼"; }
:focus-visible { outline: 2px solid var(--fixed); outline-offset: 2px; }
figure { margin: 0; } svg { display: block; width: 100%; min-width: 720px; height: auto; }
svg text { font: 12px ui-monospace, monospace; fill: var(--ink); } svg .number { fill: var(--soft); }
rect.manual { fill: var(--manual); } rect.safe { fill: var(--safe); } rect.unsafe { fill: var(--unsafe); }
rect.fixed { fill: var(--fixed); } rect.kept { fill: var(--kept); } rect { stroke: var(--ground); stroke-width: 1; }
.legend { display: flex; flex-wrap: wrap; gap: 16px; list-style: none; padding: 0; margin: 8px 0; }
.legend li::before { content: "■ "; }
summary { cursor: pointer; } .cut { font-weight: 600; } footer { margin-top: 40px; color: var(--soft); }
@media print { #controls { display: none; } .wide { overflow: visible; } }
`;
