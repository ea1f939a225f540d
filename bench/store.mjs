import { readFileSync, writeFileSync } from 'node:fs';
import { renderTable } from './render-table.mjs';
import { rows } from './rows.mjs';

const file = (name) => new URL(name, import.meta.url);
const BLOCK = /(<!-- figures -->\n)[^]*(<!-- \/figures -->)/;

/** Keeps the figures beside this file, and shows them in the README. */
export function store(results) {
  writeFileSync(file('results.json'), `${JSON.stringify(results, undefined, 2)}\n`);
  const { node, ripgrep, grep, cores, rounds } = results;
  const made = `Node ${node}, ripgrep ${ripgrep}, ${grep}, ${cores} cores; medians of ${rounds} rounds.`;
  const readme = readFileSync(file('README.md'), 'utf8');
  const block = `$1\n${made}\n\n${renderTable(rows(results))}\n\n$2`;
  writeFileSync(file('README.md'), readme.replace(BLOCK, block));
}
