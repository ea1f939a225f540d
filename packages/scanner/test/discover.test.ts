import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, realpathSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodePath } from '../src/files/path-bytes.ts';
import { found } from './found.ts';
import { tree } from './tree.ts';

const hit = 'image: k8s.gcr.io/pause:3.1\n';
const posix = process.platform !== 'win32';

const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
    cwd,
    stdio: 'pipe',
  });

describe('what is looked into', () => {
  test('every text in every folder, whatever the case', async () => {
    const cwd = tree({
      'a.yaml': hit,
      'b/c.yaml': hit.toUpperCase(),
      '.github/workflows/ci.yml': hit,
      'd.txt': 'nothing',
      empty: '',
      '-e': hit,
    });
    expect(await found({ cwd })).toEqual({
      candidates: ['-e', '.github/workflows/ci.yml', 'a.yaml', 'b/c.yaml'],
      filesScanned: 6,
      problems: [],
    });
  });

  test('binary files, UTF-16, Latin-1, and a match far behind or across pieces', async () => {
    const cwd = tree({
      utf16le: Buffer.from(`\uFEFF${hit}`, 'utf16le'),
      utf16be: Buffer.from(`\uFEFF${hit}`, 'utf16le').swap16(),
      latin1: Buffer.from(`caf\xe9 ${hit}`, 'latin1'),
      binary: Buffer.from(`\0\0${hit}`),
      far: Buffer.concat([Buffer.alloc(300_000), Buffer.from(hit)]),
      across: Buffer.from('x'.repeat((1 << 20) - 10) + hit),
      across16: Buffer.from(`\uFEFF${'x'.repeat((1 << 19) - 10)}${hit}`, 'utf16le').swap16(),
      sparse: '',
    });
    truncateSync(join(cwd, 'sparse'), 50e6);
    const { candidates } = await found({ cwd });
    expect(candidates).toEqual(['across', 'across16', 'binary', 'far', 'latin1', 'utf16be', 'utf16le']);
  });

  test.runIf(process.platform === 'linux')('files whose names are no UTF-8 or hold a newline', async () => {
    const cwd = tree({ 'rg: x: y (os error 13)\n': hit });
    const name = Buffer.from('caf\xe9/\xff\n.yaml', 'latin1');
    mkdirSync(Buffer.concat([Buffer.from(`${cwd}/`), name.subarray(0, 4)]));
    writeFileSync(Buffer.concat([Buffer.from(`${cwd}/`), name]), hit);
    expect((await found({ cwd })).candidates).toEqual([decodePath(name), 'rg: x: y (os error 13)\n'].sort());
  });

  test.runIf(posix)('no links, no pipes, nothing in .git', async () => {
    const cwd = tree({ 'a/x': hit, 'b/.git/x': hit, '.git/x': hit });
    symlinkSync('a/x', join(cwd, 'link'));
    symlinkSync('a', join(cwd, 'folder'));
    symlinkSync('.', join(cwd, 'a/loop'));
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    expect(await found({ cwd })).toEqual({ candidates: ['a/x'], filesScanned: 1, problems: [] });
    expect((await found({ cwd, ignoreFiles: false })).candidates).toEqual(['a/x']);
  });

  test.runIf(process.getuid?.() === 0).each([{}, { '.regmigrateignore': 'ignored/\n' }])(
    'what cannot be read is told %j',
    async (ignore) => {
      const cwd = tree({ 'open/x': hit, 'shut/x': hit, 'a: b': hit, 'ignored/y': hit, ...ignore });
      for (const path of ['shut', 'a: b', 'ignored/y']) chmodSync(join(cwd, path), 0);
      chmodSync(cwd, 0o755);
      process.seteuid?.(65534);
      try {
        const { candidates, filesScanned, problems } = await found({ cwd });
        const isIgnored = Object.keys(ignore).length > 0;
        expect({ candidates, filesScanned }).toEqual({
          candidates: ['open/x'],
          filesScanned: isIgnored ? 2 : 1,
        });
        const unread = ['a: b', ...(isIgnored ? [] : ['ignored/y']), 'shut'];
        expect(problems.map(({ file, code }) => `${file} ${code}`)).toEqual(
          unread.map((file) => `${file} unreadable`),
        );
      } finally {
        process.seteuid?.(0);
      }
    },
  );
});

describe('what was named', () => {
  const files = {
    'a/x.yaml': hit,
    'a/b/y.yaml': hit,
    'a/b/z.txt': hit,
    'c/x.yaml': hit,
    'c/n.yaml': '',
    '.gitignore': 'c/x.yaml',
  };

  test.each([
    [['a'], ['a/b/y.yaml', 'a/b/z.txt', 'a/x.yaml'], 3],
    [['a/', './a/b', 'a/b/y.yaml'], ['a/b/y.yaml', 'a/b/z.txt', 'a/x.yaml'], 3],
    [['c/x.yaml'], ['c/x.yaml'], 1],
    [['c', 'c/x.yaml'], ['c/x.yaml'], 2],
    [['**/*.yaml'], ['a/b/y.yaml', 'a/x.yaml'], 3],
    [['./a/**/*.yaml'], ['a/b/y.yaml', 'a/x.yaml'], 2],
    [['a/*.yaml', 'a/b/*.{txt,md}'], ['a/b/z.txt', 'a/x.yaml'], 2],
    [['[ab]'], ['a/b/y.yaml', 'a/b/z.txt', 'a/x.yaml'], 3],
    [['a/../a/b/y.yaml'], ['a/b/y.yaml'], 1],
  ])('%j', async (paths, candidates, filesScanned) => {
    const cwd = tree(files);
    git(cwd, 'init', '-q');
    expect(await found({ cwd, paths })).toEqual({ candidates, filesScanned, problems: [] });
  });

  test.each([['none'], ['a/none/x'], ['*.none'], ['none/*.yaml'], ['**/q?.yaml']])(
    '%s is not there',
    async (path) => {
      await expect(found({ cwd: tree(files), paths: ['a', path] })).rejects.toMatchObject({
        name: 'UsageError',
        code: 'path-not-found',
        message: expect.stringContaining(path) as string,
      });
    },
  );

  test('a path that exists is no glob', async () => {
    const cwd = tree({ '[a].yaml': hit, 'a.yaml': hit, 'x{1,2}/b': hit });
    expect((await found({ cwd, paths: ['[a].yaml', 'x{1,2}'] })).candidates).toEqual([
      '[a].yaml',
      'x{1,2}/b',
    ]);
  });

  test('paths outside of the working directory, and absolute ones', async () => {
    const root = tree({ 'in/x': hit, 'out/y': hit, 'out/z.md': hit });
    const cwd = join(root, 'in');
    const paths = ['../out/y', join(root, 'out/z.md'), join(root, 'in/x')];
    expect((await found({ cwd, paths })).candidates).toEqual(['../out/y', `${root}/out/z.md`, 'x'].sort());
    expect((await found({ cwd, paths: ['../out'] })).candidates).toEqual(['../out/y', '../out/z.md']);
    expect((await found({ cwd, paths: ['../out/*.md'] })).candidates).toEqual(['../out/z.md']);
    expect((await found({ cwd, paths: [`${root}/out/*.md`] })).candidates).toEqual([`${root}/out/z.md`]);
  });

  test.runIf(posix)('links: followed inside, refused where they lead out', async () => {
    const root = tree({ 'in/a/x': hit, 'out/y': hit });
    const cwd = join(root, 'in');
    symlinkSync('a/x', join(cwd, 'file'));
    symlinkSync('a', join(cwd, 'folder'));
    symlinkSync('../out/y', join(cwd, 'outside'));
    symlinkSync('../out', join(cwd, 'way'));
    symlinkSync('none', join(cwd, 'broken'));
    symlinkSync('y', join(root, 'out/given'));
    expect(await found({ cwd, paths: ['file', 'folder', 'a/x'] })).toMatchObject({
      candidates: ['a/x'],
      filesScanned: 1,
    });
    const { candidates, problems } = await found({
      cwd,
      paths: ['outside', 'way', 'way/y', 'broken', '../out/given'],
    });
    expect(candidates).toEqual(['../out/y']);
    expect(problems.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'outside link-outside',
      'way link-outside',
      'way/y link-outside',
      'broken vanished',
    ]);
  });

  test.runIf(posix)('the working directory may be a link itself', async () => {
    const root = tree({ 'real/a/x': hit });
    symlinkSync('real', join(root, 'cwd'));
    expect((await found({ cwd: join(root, 'cwd'), paths: ['a', 'a/x'] })).candidates).toEqual(['a/x']);
  });
});

describe('what is ignored', () => {
  test('.gitignore and .regmigrateignore anywhere, the former only in a git repository', async () => {
    const files = {
      '.gitignore': 'out/\n*.log\n!keep.log\n',
      'a/.gitignore': '/x\n!y.log\n',
      'out/x': hit,
      'a/x': hit,
      'a/b/x': hit,
      'a/y.log': hit,
      'z.log': hit,
      'keep.log': hit,
      '.ignore': 'a/\n',
      '.rgignore': 'a/\n',
      'b/.regmigrateignore': 'c/\n!d\n',
      'b/c/x': hit,
      'b/c/none': '',
      'b/d': hit,
    };
    const kept = ['a/b/x', 'a/y.log', 'b/d', 'keep.log'];
    const cwd = tree(files);
    const everywhere = [...kept, 'a/x', 'out/x', 'z.log'].sort();
    expect((await found({ cwd })).candidates).toEqual(everywhere);
    git(cwd, 'init', '-q');
    expect(await found({ cwd })).toEqual({ candidates: kept, filesScanned: 9, problems: [] });
    expect((await found({ cwd: join(cwd, 'a'), paths: [] })).candidates).toEqual(['b/x', 'y.log']);
    expect((await found({ cwd, ignoreFiles: false })).candidates).toHaveLength(8);
    // A folder that was named is read, though it is ignored.
    expect((await found({ cwd, paths: ['out', 'b/c'] })).candidates).toEqual(['b/c/x', 'out/x']);
  });

  test('node_modules, unless named', async () => {
    const cwd = tree({
      'node_modules/p/x': hit,
      'a/node_modules/x': hit,
      'a/x': hit,
      'node_modules/p/node_modules/x': hit,
    });
    expect((await found({ cwd })).candidates).toEqual(['a/x']);
    expect((await found({ cwd, paths: ['node_modules/p'] })).candidates).toEqual(['node_modules/p/x']);
    expect((await found({ cwd, paths: ['node_modules'] })).candidates).toEqual(['node_modules/p/x']);
    expect((await found({ cwd, ignoreFiles: false })).candidates).toHaveLength(4);
  });

  test('files that git tracks are read, whatever ignores them', async () => {
    const cwd = tree({
      'vendor/x': hit,
      'vendor/none': '',
      'vendor/untracked': hit,
      'node_modules/x': hit,
      'a/vendor/x': hit,
      'skip/x': hit,
      'mine.txt': hit,
    });
    git(cwd, 'init', '-q');
    git(cwd, 'add', 'vendor/x', 'vendor/none', 'node_modules/x', 'a/vendor/x', 'skip/x', 'mine.txt');
    writeFileSync(join(cwd, '.gitignore'), 'vendor/\nskip\n');
    writeFileSync(join(cwd, '.regmigrateignore'), 'skip\n');
    // The user's own ignore file is not heeded, so a file that only it names must not count twice.
    git(cwd, 'config', 'core.excludesFile', join(cwd, '.git/own'));
    writeFileSync(join(cwd, '.git/own'), 'mine.txt\n');
    const all = { candidates: ['a/vendor/x', 'mine.txt', 'vendor/x'], filesScanned: 6, problems: [] };
    expect(await found({ cwd })).toEqual(all);
    expect((await found({ cwd: join(cwd, 'a') })).candidates).toEqual(['vendor/x']);
    expect((await found({ cwd, paths: ['a'] })).candidates).toEqual(['a/vendor/x']);
    expect((await found({ cwd, paths: ['vendor', '**/x'] })).candidates).toEqual([
      'a/vendor/x',
      'vendor/untracked',
      'vendor/x',
    ]);
  });

  test('.git/info/exclude, in a linked work tree too', async () => {
    const root = tree({ 'main/a': hit });
    const main = join(root, 'main');
    git(main, 'init', '-q');
    git(main, 'add', '.');
    git(main, 'commit', '-q', '-m', 'first');
    git(main, 'worktree', 'add', '-q', '../linked');
    writeFileSync(join(main, '.git/info/exclude'), 'b\n');
    const linked = join(realpathSync(root), 'linked');
    for (const cwd of [main, linked]) {
      writeFileSync(join(cwd, 'b'), hit);
      expect(await found({ cwd })).toEqual({ candidates: ['a'], filesScanned: 1, problems: [] });
    }
  });

  test('ignore files above a repository do not reach into it', async () => {
    const root = tree({ '.gitignore': 'x\n', '.regmigrateignore': 'x\n', 'repo/x': hit, 'plain/x': hit });
    git(join(root, 'repo'), 'init', '-q');
    expect((await found({ cwd: join(root, 'repo') })).candidates).toEqual(['x']);
    expect((await found({ cwd: join(root, 'plain') })).candidates).toEqual([]);
    // Outside of git they reach everywhere.
    expect((await found({ cwd: root })).candidates).toEqual([]);
  });
});
