import { readFileSync, writeFileSync } from 'node:fs';
import { renderTable } from './render-table.mjs';
import { rows } from './rows.mjs';

const file = (name) => new URL(name, import.meta.url);
const BLOCK = /(<!-- figures -->\n)[^]*(<!-- \/figures -->)/;
/** What must be the same for figures to stand in one table. */
const CONDITIONS = ['node', 'ripgrep', 'grep', 'platform', 'cores', 'rounds'];

/** Keeps the figures beside this file, and shows them in the README; those of `only` one suite beside the others. */
export function store(measured, only) {
  const results = only === undefined ? measured : beside(measured);
  writeFileSync(file('results.json'), `${JSON.stringify(results, undefined, 2)}\n`);
  const { node, ripgrep, grep, cores, rounds } = results;
  const made = `Node ${node}, ripgrep ${ripgrep}, ${grep}, ${cores} cores; medians of ${rounds} rounds.`;
  const readme = readFileSync(file('README.md'), 'utf8');
  const block = `$1\n${made}\n\n${renderTable(rows(results))}\n\n$2`;
  writeFileSync(file('README.md'), readme.replace(BLOCK, block));
}

function beside(measured) {
  const stored = JSON.parse(readFileSync(file('results.json'), 'utf8'));
  const changed = CONDITIONS.filter((name) => stored[name] !== measured[name]);
  if (changed.length > 0)
    throw new Error(`Not stored: the other figures were made with another ${changed.join(', ')}.`);
  return { ...stored, ...measured };
}
