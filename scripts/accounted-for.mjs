// Checks that a report tells of every place where a tree holds a retired name, each exactly once.
//
//   node scripts/accounted-for.mjs DIR [REPORT.json]
//
// Without REPORT.json it runs `lint --no-ignore --format json` in DIR. The search here is its own: it
// shares no code with the tool, walks the tree itself and knows the names as plain text.
import { spawnSync } from 'node:child_process';
import { isUtf8 } from 'node:buffer';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAMES =
  /k8s\\{0,2}\.gcr\\{0,2}\.io|gcr\.io\/google[_-]containers|gcr\.io\/k8s-artifacts-prod|docker\.pkg\.dev\/k8s-artifacts-prod\/images|gcr\.kubernetes\.io/gi;
const bin = fileURLToPath(new URL('../packages/cli/bin/regmigrate.js', import.meta.url));

const [dir = '.', reportFile] = process.argv.slice(2);
const root = resolve(dir);
const report = JSON.parse(reportFile ? readFileSync(reportFile, 'utf8') : lint());
// What is odd about an entry of a kustomization is said beside the verdict on its name.
const verdicts = [...report.findings, ...report.kept].filter(({ rule }) => rule !== 'kustomize-images');
const records = Map.groupBy?.(verdicts, ({ file }) => file) ?? group(verdicts);
const unread = new Set(report.problems.map(({ file }) => file));

let places = 0;
const faults = [];
for (const path of walk(root)) {
  const bytes = readFileSync(join(root, path));
  const text = isUtf8(bytes) ? bytes.toString('utf8').replace(/^\uFEFF/, '') : bytes.toString('latin1');
  let line = 1;
  let lineStart = 0;
  let at = 0;
  for (const match of text.matchAll(NAMES)) {
    for (const newline of text.slice(at, match.index).matchAll(/\r\n?|\n/g)) {
      line++;
      lineStart = at + newline.index + newline[0].length;
    }
    at = match.index;
    places++;
    const column = match.index - lineStart + 1;
    const telling = (records.get(path) ?? []).filter(
      (record) => record.line === line && record.column <= column && column < record.endColumn,
    );
    if (telling.length !== 1 && !unread.has(path))
      faults.push(`${path}:${line}:${column}: ${telling.length} records`);
  }
}
for (const fault of faults.slice(0, 50)) console.log(fault);
console.log(`${places} places, ${faults.length} not told of exactly once`);
process.exitCode = faults.length > 0 ? 1 : 0;

function lint() {
  const run = spawnSync(process.execPath, [bin, 'lint', '--no-ignore', '--format', 'json', '.'], {
    cwd: root,
    maxBuffer: 2 ** 30,
    encoding: 'utf8',
  });
  if (run.status === 2 || run.error) throw new Error(run.stderr || String(run.error));
  return run.stdout;
}

function group(list) {
  const map = new Map();
  for (const record of list) map.set(record.file, [...(map.get(record.file) ?? []), record]);
  return map;
}

function* walk(folder, at = '') {
  for (const entry of readdirSync(join(folder, at), { withFileTypes: true })) {
    const path = at ? `${at}/${entry.name}` : entry.name;
    if (entry.isDirectory() && entry.name !== '.git') yield* walk(folder, path);
    else if (entry.isFile()) yield path;
  }
}
