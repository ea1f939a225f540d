import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { commands, run } from './commands.mjs';

/** A tool that is fast because it does less would win; so both must find the same files. */
export function verifyLint(place) {
  const { findings, summary } = JSON.parse(run(commands.lintJson, { ...place, stdout: 'pipe' }).stdout);
  const found = [...new Set(findings.map(({ file }) => `./${file}`))].sort();
  const listed = run(commands.rg, { ...place, stdout: 'pipe' })
    .stdout.split('\n')
    .filter(Boolean)
    .sort();
  assert.deepEqual(found, listed, 'lint finds the files that ripgrep finds');
  return { hits: listed.length, findings: summary.findings };
}

/** In these manifests sed makes no mistake, so both must leave the same bytes. */
export function verifyFix(fixed, replaced) {
  const names = filesOf(fixed);
  assert.deepEqual(names, filesOf(replaced), 'fix and sed leave the same files');
  const differs = names.filter(
    (name) => !readFileSync(join(fixed, name)).equals(readFileSync(join(replaced, name))),
  );
  assert.deepEqual(differs, [], 'fix and sed leave the same bytes');
}

function filesOf(root) {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name))).sort();
}
