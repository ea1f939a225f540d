import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changedFiles } from '../src/changed-files.ts';

let top: string;
const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: top });
const write = (path: string, text = path) => writeFileSync(join(top, path), text);
const changed = (since = 'HEAD', paths: readonly string[] = [], cwd = top) =>
  changedFiles({ cwd, paths, since, ignoreFiles: true });

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'changed-'));
  mkdirSync(join(top, 'sub'));
  git('init', '-q', '-b', 'main');
  for (const path of ['a', 'b', 'sub/c', 'gone']) write(path);
  write('.gitignore', 'ignored\n');
  git('add', '.');
  git('commit', '-qm', 'one');
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

describe('changedFiles', () => {
  it('names what is not committed, staged or not, and what Git does not know yet', async () => {
    write('a', 'changed');
    write('sub/c', 'staged');
    git('add', 'sub/c');
    write('new file\n');
    write('ignored');
    rmSync(join(top, 'gone'));
    symlinkSync('b', join(top, 'link'));
    expect(await changed()).toEqual(['a', 'new file\n', 'sub/c']);
  });

  it('compares with the commit at which the branch left a revision', async () => {
    git('checkout', '-qb', 'branch');
    write('b', 'on the branch');
    git('commit', '-qam', 'two');
    git('checkout', '-q', 'main');
    write('a', 'on main');
    git('commit', '-qam', 'three');
    git('checkout', '-q', 'branch');
    expect(await changed('main')).toEqual(['b']);
    expect(await changed()).toEqual([]);
  });

  it('is limited to the paths, and counts from the working directory', async () => {
    write('a', 'changed');
    write('sub/c', 'changed');
    expect(await changed('HEAD', ['sub'])).toEqual(['sub/c']);
    expect(await changed('HEAD', ['..'], join(top, 'sub'))).toEqual(['../a', 'c']);
    expect(await changed('HEAD', [], join(top, 'sub'))).toEqual(['c']);
  });

  it('leaves out what .regmigrateignore names, unless it is named', async () => {
    write('.regmigrateignore', '.regmigrateignore\nsub\n');
    write('a', 'changed');
    write('sub/c', 'changed');
    expect(await changed()).toEqual(['a']);
    expect(await changed('HEAD', ['a', 'sub/c'])).toEqual(['a', 'sub/c']);
  });

  it.each(['no-such', '--output=x', ''])('refuses the revision %j', async (since) => {
    await expect(changed(since)).rejects.toMatchObject({ code: 'unknown-revision' });
  });

  it('refuses a folder without Git', async () => {
    rmSync(join(top, '.git'), { recursive: true });
    await expect(changed()).rejects.toMatchObject({ code: 'not-a-repository' });
  });
});
