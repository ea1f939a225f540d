import { contexts, type Report } from '@regmigrate/core';
import { grouped } from '../text/count.ts';
import { states, type Entry, type State } from './entry.ts';
import { escapeHtml } from './escape-html.ts';

/** What each state asks of the reader. */
export function meaningOf(state: State, command: Report['command']): string {
  const meanings = {
    manual: 'a person must',
    safe: 'fix rewrites them',
    unsafe: 'fix --unsafe-fixes rewrites them',
    fixed: command === 'diff' ? 'in the patch' : 'rewritten',
    kept: 'must stay as they are',
  };
  return meanings[state];
}

/** A number for each state. */
export function renderTiles(entries: readonly Entry[], command: Report['command']): string {
  const tiles = states.map((state) => {
    const number = entries.filter((entry) => entry.state === state).length;
    return `<li class="${state}"><strong>${grouped(number)}</strong> ${state}<small>${meaningOf(state, command)}</small></li>\n`;
  });
  return `<ul class="tiles">\n${tiles.join('')}</ul>\n`;
}

/** How many of each state there are of each rule or context, the most first. */
export function renderTotals(
  title: string,
  column: string,
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
): string {
  if (entries.length === 0) return '';
  const groups = new Map<string, Map<State, number>>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const counts = groups.get(key) ?? new Map<State, number>();
    groups.set(key, counts.set(entry.state, (counts.get(entry.state) ?? 0) + 1));
  }
  const rows = [...groups]
    .map(([key, counts]) => ({ key, counts, total: [...counts.values()].reduce((a, b) => a + b, 0) }))
    .sort((a, b) => b.total - a.total)
    .map(({ key, counts, total }) => {
      const cells = states.map((state) => `<td>${grouped(counts.get(state) ?? 0)}</td>`).join('');
      return `<tr><th scope="row">${nameOf(key)}</th>${cells}<td>${grouped(total)}</td></tr>\n`;
    });
  const head = [column, ...states, 'all'].map((name) => `<th scope="col">${name}</th>`).join('');
  return `<section>\n<h2>${title}</h2>\n<div class="wide" role="region" aria-label="${title}" tabindex="0">\n<table class="totals">\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('')}</tbody>\n</table>\n</div>\n</section>\n`;
}

/** Of a context, what it is, too. */
function nameOf(key: string): string {
  const summary = Object.hasOwn(contexts, key) ? contexts[key as keyof typeof contexts].summary : undefined;
  return `<code>${escapeHtml(key)}</code>${summary === undefined ? '' : ` <small>${escapeHtml(summary)}</small>`}`;
}
