import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyPlan } from '../src/apply-plan.ts';
import { planFixes } from '../src/plan-fixes.ts';
import { undo } from '../src/undo.ts';
import { analyzed } from './analyzed.ts';
import { tree } from '../../scanner/test/tree.ts';

async function fix(cwd: string, env: Record<string, string>, ...paths: string[]): Promise<void> {
  const { problems } = await applyPlan(planFixes(await analyzed(cwd, ...paths), { unsafe: false }), {
    cwd,
    env,
  });
  expect(problems).toEqual([]);
}

function setUp(files: Record<string, string | Buffer>) {
  const root = tree(Object.fromEntries(Object.entries(files).map(([path, text]) => [`work/${path}`, text])));
  const cwd = join(root, 'work');
  return {
    cwd,
    env: { XDG_STATE_HOME: join(root, 'state') },
    read: (path: string) => readFileSync(join(cwd, path), 'latin1'),
  };
}

test('restores any bytes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.uint8Array(), fc.constant(Buffer.from('old.io'))), { maxLength: 6 }),
      async (parts) => {
        const bytes = Buffer.concat([Buffer.from('old.io'), ...parts]);
        const root = tree({ 'work/a': bytes });
        const [cwd, env] = [join(root, 'work'), { XDG_STATE_HOME: join(root, 'state') }];
        await fix(cwd, env, 'a');
        expect(readFileSync(join(cwd, 'a')).equals(bytes)).toBe(false);
        await undo({ cwd, env });
        expect(readFileSync(join(cwd, 'a')).equals(bytes)).toBe(true);
        rmSync(root, { recursive: true });
      },
    ),
    { numRuns: 60 },
  );
});

test('leaves what was changed after the fix, undoes the rest, and forgets', async () => {
  const { cwd, env, read } = setUp({ a: 'old.io', b: 'old.io', 'c/d': 'old.io', e: 'old.io' });
  await fix(cwd, env, 'a', 'b', 'c/d', 'e');
  writeFileSync(join(cwd, 'a'), 'new.example.io, and more');
  writeFileSync(join(cwd, 'b'), 'old.io');
  rmSync(join(cwd, 'e'));
  const { restored, problems } = await undo({ cwd, env });
  expect(restored).toEqual(['c/d']);
  expect(problems.map(({ file, code }) => `${file} ${code}`).sort()).toEqual([
    'a changed-since-fix',
    'e vanished',
  ]);
  expect(read('a')).toBe('new.example.io, and more');
  await expect(undo({ cwd, env })).rejects.toMatchObject({ name: 'UsageError', code: 'nothing-to-undo' });
});

test.runIf(process.platform !== 'win32')('what cannot be written now may be undone later', async () => {
  const { cwd, env, read } = setUp({ a: 'old.io', b: 'old.io' });
  await fix(cwd, env, 'a', 'b');
  chmodSync(join(cwd, 'a'), 0o444);
  expect(await undo({ cwd, env })).toMatchObject({
    restored: ['b'],
    problems: [{ file: 'a', code: 'read-only' }],
  });
  chmodSync(join(cwd, 'a'), 0o644);
  expect(await undo({ cwd, env })).toEqual({ restored: ['a'], problems: [] });
  expect(read('a')).toBe('old.io');
});

test('only the last of several fixes is undone', async () => {
  const { cwd, env, read } = setUp({ a: 'old.io', b: 'old.io' });
  await fix(cwd, env, 'a');
  await fix(cwd, env, 'b');
  expect(await undo({ cwd, env })).toEqual({ restored: ['b'], problems: [] });
  expect(read('a')).toBe('new.example.io');
});

test('a fix with nothing to do leaves the record of the last one', async () => {
  const { cwd, env } = setUp({ a: 'old.io' });
  await fix(cwd, env, 'a');
  await fix(cwd, env, 'a');
  expect((await undo({ cwd, env })).restored).toEqual(['a']);
});

test('in a repository: from any folder, after a move, and nothing to see for git', async () => {
  const { cwd, env, read } = setUp({ 'a/b': 'old.io', 'c/d': 'old.io' });
  const git = (...args: string[]) => execFileSync('git', args, { cwd, encoding: 'utf8' });
  git('init', '-q');
  await fix(join(cwd, 'a'), env, 'b', '../c/d');
  expect(existsSync(env.XDG_STATE_HOME)).toBe(false);
  expect(git('status', '--porcelain', '-uall')).toBe('?? a/b\n?? c/d\n');
  renameSync(cwd, `${cwd}-moved`);
  mkdirSync(cwd);
  expect(await undo({ cwd: `${cwd}-moved/c`, env })).toEqual({ restored: ['../a/b', 'd'], problems: [] });
  rmSync(cwd, { recursive: true });
  renameSync(`${cwd}-moved`, cwd);
  expect(read('a/b')).toBe('old.io');
});

test('a record that is damaged is told, not guessed at', async () => {
  const { cwd, env } = setUp({ '.git/HEAD': '', '.git/regmigrate/undo.json': '{"version":1,' });
  await expect(undo({ cwd, env })).rejects.toMatchObject({ name: 'UsageError', code: 'undo-record-damaged' });
  writeFileSync(join(cwd, 'a'), 'old.io');
  await fix(cwd, env, 'a');
  expect((await undo({ cwd, env })).restored).toEqual(['a']);
});

test('the end of a run that cannot be noted harms nothing', async () => {
  const { cwd, env, read } = setUp({ a: 'old.io' });
  const plan = planFixes(await analyzed(cwd, 'a'), { unsafe: false });
  const state = join(env.XDG_STATE_HOME, 'regmigrate');
  const spoil = () => {
    renameSync(state, `${state}-moved`);
    writeFileSync(state, '');
  };
  expect(await applyPlan(plan, { cwd, env, onProgress: spoil })).toMatchObject({
    problems: [],
    written: [{ path: 'a' }],
  });
  rmSync(state);
  renameSync(`${state}-moved`, state);
  await undo({ cwd, env });
  expect(read('a')).toBe('old.io');
});
