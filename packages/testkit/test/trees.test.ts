import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runIn } from '../../cli/test/run-in.ts';
import { listTrees, printReport, readFolder, type TreeCase } from '../src/index.ts';

const update = process.env['UPDATE'] === '1';

/** A copy of the input, a repository of its own, that is gone after the test. */
function copyOf({ folder }: TreeCase): string {
  const copy = mkdtempSync(join(tmpdir(), 'regmigrate-tree-'));
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  cpSync(fileURLToPath(new URL('input/', folder)), copy, { recursive: true, verbatimSymlinks: true });
  mkdirSync(join(copy, '.git'));
  writeFileSync(join(copy, '.git/HEAD'), 'ref: refs/heads/main\n');
  return copy;
}

/** Compares a copy with the folder `name` of the case; `otherwise` stands for a folder that is not there. */
function compare(tree: TreeCase, copy: string, name: string, otherwise: string): void {
  const folder = fileURLToPath(new URL(`${name}/`, tree.folder));
  const found = readFolder(copy);
  const same = JSON.stringify(found) === JSON.stringify(readFolder(otherwise));
  if (update) {
    rmSync(folder, { recursive: true, force: true });
    const filter = (path: string): boolean => !/\/(?:\.git|\.state)(?:\/|$)/.test(path.slice(copy.length));
    if (!same) cpSync(copy, folder, { recursive: true, verbatimSymlinks: true, filter });
  }
  expect(found, name).toEqual(readFolder(existsSync(folder) ? folder : otherwise));
}

const trees = listTrees();

describe.each(trees.map((tree) => [tree.name, tree] as const))('trees/%s', (_name, tree) => {
  const { paths = [], fix = [] } = tree.options;
  const input = fileURLToPath(new URL('input/', tree.folder));
  const output = fileURLToPath(new URL('output/', tree.folder));

  it('is judged as findings.json says', async () => {
    const { stdout } = await runIn(copyOf(tree), ['lint', '--format=json', ...paths]);
    const file = new URL('findings.json', tree.folder);
    if (update) writeFileSync(file, printReport(stdout));
    expect(printReport(stdout)).toBe(readFileSync(file, 'utf8'));
  });

  it('is output/ after fix, and input/ again after undo', async () => {
    const copy = copyOf(tree);
    await runIn(copy, ['fix', ...fix, ...paths]);
    compare(tree, copy, 'output', input);
    const after = readFolder(copy);
    await runIn(copy, ['fix', ...fix, ...paths]);
    expect(readFolder(copy), 'after a second fix').toEqual(after);
    if (JSON.stringify(after) !== JSON.stringify(readFolder(input))) await runIn(copy, ['undo']);
    expect(readFolder(copy), 'after undo').toEqual(readFolder(input));
  });

  it('is unsafe/ after fix --unsafe-fixes', async () => {
    const copy = copyOf(tree);
    await runIn(copy, ['fix', '--unsafe-fixes', ...fix, ...paths]);
    compare(tree, copy, 'unsafe', existsSync(output) ? output : input);
  });
});
