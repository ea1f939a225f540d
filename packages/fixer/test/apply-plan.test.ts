import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { decodePath } from '@regmigrate/scanner';
import { applyPlan, type ApplyResult } from '../src/apply-plan.ts';
import { planFixes, type FixPlan } from '../src/plan-fixes.ts';
import { analyzed } from './analyzed.ts';
import { tree } from '../../scanner/test/tree.ts';

const posix = process.platform !== 'win32';
const isRoot = process.getuid?.() === 0;

async function planFor(cwd: string, ...paths: string[]): Promise<FixPlan> {
  return planFixes(await analyzed(cwd, ...paths), { unsafe: false });
}

const apply = (cwd: string, plan: FixPlan): Promise<ApplyResult> =>
  applyPlan(plan, { cwd, env: { XDG_STATE_HOME: join(cwd, '.state') } });

const codes = ({ problems }: ApplyResult) => problems.map(({ file, code }) => `${file} ${code}`);

const latin1 = (path: string) => readFileSync(path, 'latin1');

function noTemps(...folders: string[]): void {
  for (const folder of folders)
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
}

describe('bytes outside of edits', () => {
  test.each([
    ['CRLF, a mark, no final newline', Buffer.from('\uFEFFa: old.io/x\r\n\tb: old.io\r\rc')],
    ['Latin-1', Buffer.from('caf\xe9 old.io \xff', 'latin1')],
    ['binary', Buffer.from('\0\x01old.io\0')],
    ['UTF-16LE', Buffer.from('\uFEFFé old.io\r\n', 'utf16le')],
    ['UTF-16BE', Buffer.from('\uFEFFé old.io\ud800', 'utf16le').swap16()],
  ])('%s', async (_, bytes) => {
    const cwd = tree({ file: bytes });
    const wide = (text: string) => [...text].map((character) => `\0${character}`).join('');
    const expected = bytes
      .toString('latin1')
      .replaceAll('old.io', 'new.example.io')
      .replaceAll(wide('old.io'), wide('new.example.io'))
      .replaceAll(wide('old.io').slice(1), wide('new.example.io').slice(1));
    expect(codes(await apply(cwd, await planFor(cwd, 'file')))).toEqual([]);
    expect(latin1(join(cwd, 'file'))).toBe(expected);
    noTemps(cwd);
  });
});

test('writes what was planned and tells it, in order', async () => {
  const cwd = tree({ b: 'old.io maybe.io', 'a/c': 'old.io old.io', none: 'maybe.io' });
  const files = await analyzed(cwd, 'b', 'a/c', 'none');
  const seen: number[] = [];
  const options = {
    cwd,
    env: { XDG_STATE_HOME: join(cwd, '.state') },
    onProgress: ({ done }: { done: number }) => seen.push(done),
  };
  const result = await applyPlan(planFixes(files, { unsafe: false }), options);
  expect(result.written.map(({ path, findings }) => [path, findings.length])).toEqual([
    ['a/c', 2],
    ['b', 1],
  ]);
  expect(seen).toEqual([1, 2]);
  expect(latin1(join(cwd, 'b'))).toBe('new.example.io maybe.io');
  await applyPlan(planFixes(await analyzed(cwd, 'b'), { unsafe: true }), options);
  expect(latin1(join(cwd, 'b'))).toBe('new.example.io new.example.io');
});

test('edits that overlap leave the file alone; an edit that two findings share is made once', async () => {
  const cwd = tree({ clash: 'old.io', shared: 'old.io' });
  const [clash, shared] = await analyzed(cwd, 'clash', 'shared');
  if (!clash || !shared) throw new Error('both have findings');
  const twice = (file: typeof clash, change: object) => ({
    ...file,
    analysis: {
      ...file.analysis,
      findings: file.analysis.findings.flatMap((finding) => [
        finding,
        { ...finding, edits: finding.edits.map((edit) => ({ ...edit, ...change })) },
      ]),
    },
  });
  const plan = planFixes([twice(clash, { text: 'other.io' }), twice(shared, {})], { unsafe: false });
  expect(codes(await apply(cwd, plan))).toEqual(['clash overlap']);
  expect(latin1(join(cwd, 'clash'))).toBe('old.io');
  expect(latin1(join(cwd, 'shared'))).toBe('new.example.io');
});

test('a fix that the encoding cannot hold', async () => {
  const cwd = tree({ a: Buffer.from('\xff old.io', 'latin1') });
  const plan = await planFor(cwd, 'a');
  const files = plan.files.map((file) => ({
    ...file,
    edits: file.edits.map((edit) => ({ ...edit, text: '→' })),
  }));
  expect(codes(await apply(cwd, { ...plan, files }))).toEqual(['a not-encodable']);
});

describe('what changed since', () => {
  test('content, kind and being', async () => {
    const names = ['content', 'gone', 'folder', 'link', 'fine'];
    const cwd = tree(Object.fromEntries(names.map((name) => [name, 'old.io'])));
    const plan = await planFor(cwd, ...names);
    writeFileSync(join(cwd, 'content'), 'old.io!');
    for (const name of ['gone', 'folder', 'link']) unlinkSync(join(cwd, name));
    mkdirSync(join(cwd, 'folder'));
    symlinkSync('fine', join(cwd, 'link'));
    const result = await apply(cwd, plan);
    expect(codes(result)).toEqual([
      'content changed-since-read',
      'folder not-a-file',
      'gone vanished',
      'link not-a-file',
    ]);
    expect(result.written.map(({ path }) => path)).toEqual(['fine']);
    expect(latin1(join(cwd, 'content'))).toBe('old.io!');
    noTemps(cwd);
  });

  test('a new date alone is no change', async () => {
    const cwd = tree({ a: 'old.io' });
    const plan = await planFor(cwd, 'a');
    utimesSync(join(cwd, 'a'), 1, 1);
    expect(codes(await apply(cwd, plan))).toEqual([]);
  });

  test.runIf(posix)('a folder that became a link out of the tree', async () => {
    const root = tree({ 'in/a/x': 'old.io', 'in/b/x': 'old.io', 'out/x': 'old.io' });
    const cwd = join(root, 'in');
    const plan = await planFor(cwd, 'a/x', 'b/x');
    rmSync(join(cwd, 'a'), { recursive: true });
    symlinkSync('../out', join(cwd, 'a'));
    renameSync(join(cwd, 'b'), join(cwd, 'c'));
    symlinkSync('c', join(cwd, 'b'));
    expect(codes(await apply(cwd, plan))).toEqual(['a/x link-outside']);
    expect(latin1(join(root, 'out/x'))).toBe('old.io');
    expect(latin1(join(cwd, 'c/x'))).toBe('new.example.io');
  });
});

describe.runIf(posix)('what the file system says', () => {
  test('mode stays, and owner for root', async () => {
    const cwd = tree({ a: 'old.io', b: 'old.io' });
    chmodSync(join(cwd, 'a'), 0o4751);
    if (isRoot) chownSync(join(cwd, 'b'), 1234, 1235);
    chmodSync(join(cwd, 'b'), 0o602);
    expect(codes(await apply(cwd, await planFor(cwd, 'a', 'b')))).toEqual([]);
    expect(statSync(join(cwd, 'a')).mode & 0o7777).toBe(0o4751);
    expect(statSync(join(cwd, 'b')).mode & 0o7777).toBe(0o602);
    if (isRoot) expect(statSync(join(cwd, 'b'))).toMatchObject({ uid: 1234, gid: 1235 });
  });

  test('read-only files and hard links are left alone', async () => {
    const cwd = tree({ a: 'old.io', b: 'old.io' });
    chmodSync(join(cwd, 'a'), 0o444);
    linkSync(join(cwd, 'b'), join(cwd, 'c'));
    expect(codes(await apply(cwd, await planFor(cwd, 'a', 'b', 'c')))).toEqual([
      'a read-only',
      'b hard-linked',
      'c hard-linked',
    ]);
    expect(latin1(join(cwd, 'a'))).toBe('old.io');
  });

  test.runIf(isRoot)('a folder that may not be written', async () => {
    const cwd = tree({ 'shut/a': 'old.io', 'open/c': 'old.io' });
    const plan = await planFor(cwd, 'shut/a', 'open/c');
    chmodSync(cwd, 0o777);
    chmodSync(join(cwd, 'open'), 0o777);
    for (const path of ['shut/a', 'open/c']) chmodSync(join(cwd, path), 0o666);
    process.seteuid?.(65534);
    try {
      expect(codes(await apply(cwd, plan))).toEqual(['shut/a not-permitted']);
    } finally {
      process.seteuid?.(0);
    }
    expect(latin1(join(cwd, 'open/c'))).toBe('new.example.io');
    expect(latin1(join(cwd, 'shut/a'))).toBe('old.io');
    noTemps(join(cwd, 'shut'), join(cwd, 'open'));
  });

  test.runIf(process.platform === 'linux')('a name that is no UTF-8, and one with a newline', async () => {
    const cwd = tree({ 'a\nb': 'old.io' });
    const name = Buffer.concat([Buffer.from(`${cwd}/`), Buffer.from('\xff', 'latin1')]);
    writeFileSync(name, 'old.io');
    const paths = ['a\nb', decodePath(Buffer.from('\xff', 'latin1'))];
    expect(codes(await apply(cwd, await planFor(cwd, ...paths)))).toEqual([]);
    expect(readFileSync(name, 'latin1')).toBe('new.example.io');
  });

  const disk = isRoot && process.platform === 'linux' ? test : test.skip;
  disk('a full disk leaves files whole (needs root on Linux)', async () => {
    const cwd = tree({ state: '' });
    const mount = join(cwd, 'disk');
    mkdirSync(mount);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', mount]);
    onTestFinished(() => void execFileSync('umount', [mount]));
    const large = `old.io${'x'.repeat(30_000)}`;
    writeFileSync(join(mount, 'large'), large);
    const plan = await planFor(mount, 'large');
    writeFileSync(join(mount, 'filler'), Buffer.alloc(28_000));
    const result = await applyPlan(plan, { cwd: mount, env: { XDG_STATE_HOME: join(cwd, 'states') } });
    expect(codes(result)).toEqual(['large disk-full']);
    expect(latin1(join(mount, 'large'))).toBe(large);
    noTemps(mount);
    execFileSync('mount', ['-o', 'remount,ro', mount]);
    const again = await applyPlan(plan, { cwd: mount, env: { XDG_STATE_HOME: join(cwd, 'states') } });
    expect(codes(again)).toEqual(['large read-only']);
  });
});

test('a signal ends it between files', async () => {
  const names = Array.from({ length: 200 }, (_, index) => `f${index}`);
  const cwd = tree(Object.fromEntries(names.map((name) => [name, 'old.io'])));
  const stop = new AbortController();
  const result = await applyPlan(await planFor(cwd, ...names), {
    cwd,
    env: { XDG_STATE_HOME: join(cwd, '.state') },
    signal: stop.signal,
    onProgress: ({ done }) => done === 20 && stop.abort(),
  });
  expect(result).toMatchObject({ interrupted: true, problems: [] });
  const fixed = names.filter((name) => latin1(join(cwd, name)) === 'new.example.io');
  expect(fixed.sort()).toEqual(result.written.map(({ path }) => path));
  expect(fixed.length).toBeLessThan(50);
  noTemps(cwd);
});

test('without a place for the record it fixes all the same, and says so', async () => {
  const cwd = tree({ a: 'old.io', state: 'a file' });
  const result = await applyPlan(await planFor(cwd, 'a'), {
    cwd,
    env: { XDG_STATE_HOME: join(cwd, 'state') },
  });
  expect(codes(result)).toEqual(['. no-undo-record']);
  expect(latin1(join(cwd, 'a'))).toBe('new.example.io');
});
