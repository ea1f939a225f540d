import type { Stats } from 'node:fs';
import { lstat, open, readFile, rename, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { FileProblem } from '@regmigrate/core';
import { encodePath } from '@regmigrate/scanner';
import { fixProblem, writingProblem } from '../fix-problem.ts';
import type { PreparedRewrite } from './prepare-rewrite.ts';

/**
 * Exchanges a file's content in one step: at any moment it is whole, old or new. `temp` is the name of a file
 * beside it that does not exist. Gives the problem that kept it from being written.
 */
export async function replaceFile(
  cwd: string,
  path: string,
  { stat, oldBytes, newBytes }: PreparedRewrite,
  temp: string,
): Promise<FileProblem | undefined> {
  const target = resolve(cwd, path);
  try {
    if (!(await exchange(target, newBytes, stat, temp, stat))) return fixProblem(path, 'changed-since-read');
    if ((await readFile(encodePath(target))).equals(newBytes)) return undefined;
    await exchange(target, oldBytes, stat, temp);
    return fixProblem(path, 'verify-failed');
  } catch (error) {
    return writingProblem(path, error);
  }
}

/** False where the target is not as `expected` any more. */
async function exchange(
  target: string,
  bytes: Buffer,
  like: Stats,
  temp: string,
  expected?: Stats,
): Promise<boolean> {
  const beside = encodePath(join(dirname(target), temp));
  const handle = await open(beside, 'wx', 0o600);
  try {
    try {
      await handle.writeFile(bytes);
      // Before the mode, since a change of owner takes away set-id bits. Only root can give a file away.
      await handle.chown(like.uid, like.gid).catch(() => undefined);
      await handle.chmod(like.mode & 0o7777);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (expected !== undefined && !isSame(expected, await lstat(encodePath(target)))) {
      await unlink(beside);
      return false;
    }
    await rename(beside, encodePath(target));
    return true;
  } catch (error) {
    await unlink(beside).catch(() => undefined);
    throw error;
  }
}

function isSame(a: Stats, b: Stats): boolean {
  return (
    a.ino === b.ino &&
    a.size === b.size &&
    a.mtimeMs === b.mtimeMs &&
    a.nlink === b.nlink &&
    a.mode === b.mode
  );
}
