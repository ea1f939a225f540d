import { count, grouped } from '../text/count.ts';
import { toPrintable } from '../text/to-printable.ts';
import { buildTree } from './build-tree.ts';
import { chooseRows, type TreeRow } from './choose-rows.ts';
import { states, type Entry, type State } from './entry.ts';
import { escapeHtml } from './escape-html.ts';

/** Lines of the picture, and its measures in units of its view box. */
const MOST_ROWS = 40;
const WIDTH = 1200;
const ROW = 24;
const INDENT = 14;
const BARS = { left: 440, width: 690 };
const LETTER = 7.3;

interface Bar {
  readonly depth: number;
  readonly name: string;
  readonly path: string;
  readonly total: number;
  readonly counts: ReadonlyMap<State, number>;
}

/** Where in the tree the references are: folders as lines, with a bar for what is in each. */
export function renderTree(entries: readonly Entry[]): string {
  if (entries.length === 0) return '';
  const bars = chooseRows(buildTree(entries), MOST_ROWS).map(toBar);
  const height = bars.length * ROW + 8;
  const legend = states.map((state) => `<li class="${state}">${state}</li>`).join('');
  const rows = bars.map((bar, index) => renderBar(bar, index, entries.length)).join('');
  const head = ['folder or file', ...states, 'all'].map((name) => `<th scope="col">${name}</th>`).join('');
  const table = bars.map(({ name, path, counts, total }) => {
    const cells = states.map((state) => `<td>${grouped(counts.get(state) ?? 0)}</td>`).join('');
    return `<tr><th scope="row">${escapeHtml(path || name)}</th>${cells}<td>${grouped(total)}</td></tr>\n`;
  });
  return `<section>
<h2>In the tree</h2>
<figure>
<div class="wide" role="region" aria-label="Picture of the tree" tabindex="0">
<svg viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="How many references each folder holds; the table below tells the same">
${rows}</svg>
</div>
<figcaption><ul class="legend">${legend}</ul></figcaption>
</figure>
<details>
<summary>The picture as a table</summary>
<div class="wide" role="region" aria-label="Table of the tree" tabindex="0">
<table class="totals">
<thead><tr>${head}</tr></thead>
<tbody>
${table.join('')}</tbody>
</table>
</div>
</details>
</section>
`;
}

function toBar({ depth, node, hidden }: TreeRow): Bar {
  if (node) return { depth, ...node };
  const counts = new Map<State, number>();
  for (const each of hidden)
    for (const [state, number] of each.counts) counts.set(state, (counts.get(state) ?? 0) + number);
  const total = hidden.reduce((sum, each) => sum + each.total, 0);
  return { depth, name: `… ${grouped(hidden.length)} more`, path: '', total, counts };
}

function renderBar({ depth, name, path, total, counts }: Bar, index: number, all: number): string {
  const y = index * ROW + 4;
  const x = depth * INDENT;
  const letters = Math.max(8, Math.floor((BARS.left - x - 16) / LETTER));
  let left = BARS.left;
  const parts = states.flatMap((state) => {
    const number = counts.get(state) ?? 0;
    if (number === 0) return [];
    const width = Math.max(2, (number / all) * BARS.width);
    const part = `<rect class="${state}" x="${round(left)}" y="${y + 3}" width="${round(width)}" height="${ROW - 8}"/>`;
    left += width;
    return [part];
  });
  const title = `<title>${escapeHtml(path || name)}: ${count(total, 'reference')}</title>`;
  const label = `<text x="${x}" y="${y + 15}">${escapeHtml(shorten(toPrintable(name), letters))}</text>`;
  return `<g>${title}${label}${parts.join('')}<text class="number" x="${round(left + 6)}" y="${y + 15}">${grouped(total)}</text></g>\n`;
}

/** The end of a path tells more than its middle. */
function shorten(name: string, letters: number): string {
  const characters = Array.from(name);
  if (characters.length <= letters) return name;
  const head = Math.floor((letters - 1) / 3);
  return `${characters.slice(0, head).join('')}…${characters.slice(head + 1 - letters).join('')}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
