import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { commands, run } from './commands.mjs';

/** A tool that is fast because it does less would win; so both must find the same files. */
export function checkLint(place) {
  const { findings, summary } = answerOf(commands.lintJson, place);
  const found = [...new Set(findings.map(({ file }) => `./${file}`))].sort();
  const listed = run(commands.rg, { ...place, stdout: 'pipe' })
    .stdout.split('\n')
    .filter(Boolean)
    .sort();
  assert.deepEqual(found, listed, 'lint finds the files that ripgrep finds');
  return { hits: listed.length, findings: summary.findings };
}

/** Something is found in each chart that has retired names, and in no other; returns how much. */
export function checkCharts(place, charts) {
  const { findings, summary } = answerOf(commands.lintJson, place);
  const found = [...new Set(findings.map(({ file }) => file.split('/', 2).join(sep)))].sort();
  const expected = charts.filter(({ retired }) => retired).map(({ folder }) => folder);
  assert.deepEqual(found, expected.sort(), 'lint finds the charts with retired names');
  return summary.findings;
}

/** A parser that gives up on what it reads would win as well. */
export function checkParse(place) {
  const { yaml, files, broken } = answerOf(commands.parseYaml, place);
  assert.equal(broken, 0, 'each file is parsed');
  return { yaml, files };
}

/** Each rendering counts only if it was made and compared. */
export function checkVerify(place, charts) {
  const statuses = answerOf(commands.verifyJson, place).renderings.map(({ status }) => status);
  assert.deepEqual(statuses, Array(charts).fill('proven'), 'each chart is proven');
}

const answerOf = (command, place) => JSON.parse(run(command, { ...place, stdout: 'pipe' }).stdout);

/** In these manifests sed makes no mistake, so both must leave the same bytes. */
export function checkFix(fixed, replaced) {
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
