import type { Report } from '@regmigrate/core';
import { codeOf } from '../findings/code-of.ts';
import { saidOf } from '../findings/said-of.ts';
import { grouped } from '../text/count.ts';
import type { Entry } from './entry.ts';
import { escapeHtml } from './escape-html.ts';

/** What a browser still sorts in a moment, and characters that still open in one. */
const MOST_ROWS = 20_000;
const MOST_TEXT = 16 * 2 ** 20;

const COLUMNS = ['Where', 'State', 'Old → new', 'Why', 'Rule', 'Place'];

/** The table of references. It is whole without the script, which adds sorting and searching to it. */
export function renderReferences(entries: readonly Entry[], command: Report['command']): string {
  if (entries.length === 0) return '';
  let room = MOST_TEXT;
  const rows: string[] = [];
  for (const entry of entries) {
    const row = renderRow(entry, command);
    room -= row.length;
    if (room < 0 || rows.length === MOST_ROWS) break;
    rows.push(row);
  }
  const cut =
    rows.length === entries.length
      ? ''
      : `<p class="cut">The table has the ${grouped(rows.length)} most important of ${grouped(entries.length)} references; the numbers above count all of them.</p>\n`;
  const head = COLUMNS.map((name) => `<th scope="col" role="columnheader">${name}</th>`).join('');
  return `<section>
<h2 id="references">References</h2>
${cut}<div id="controls" hidden>
<label>Search <input id="search" type="search" autocomplete="off"></label>
<label>State <select id="state"><option value="">all</option></select></label>
<span id="shown" role="status"></span>
</div>
<div class="wide" role="region" aria-labelledby="references" tabindex="0">
<table id="list" role="table">
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">
${rows.join('')}</tbody>
</table>
</div>
</section>
`;
}

function renderRow({ state, mention }: Entry, command: Report['command']): string {
  const { file, start, locator, old, new: next, context } = mention;
  const where = `${escapeHtml(file)}:${start.line}:${start.column}`;
  const inside = locator === undefined ? '' : `<small>${escapeHtml(locator)}</small>`;
  const change = next === undefined ? '' : ` → <ins>${escapeHtml(next)}</ins>`;
  const told = state === 'fixed' && command === 'diff' ? 'in the patch' : state;
  const error = 'severity' in mention && mention.severity === 'error' && state !== 'fixed';
  return `<tr role="row"><td role="cell">${where}${inside}</td><td role="cell" class="${state}">${told}${error ? ', error' : ''}</td><td role="cell"><del>${escapeHtml(old)}</del>${change}</td><td role="cell">${escapeHtml(saidOf(mention))}</td><td role="cell">${escapeHtml(codeOf(mention))}</td><td role="cell">${escapeHtml(context)}</td></tr>\n`;
}
