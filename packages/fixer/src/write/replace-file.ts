import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { FileProblem } from '@regmigrate/core';
import { encodePath } from '@regmigrate/scanner';
import { fixProblem, writingProblem } from '../fix-problem.ts';
import type { PreparedRewrite } from './prepare-rewrite.ts';

/** The one call that waits for the disk, so the one that others need not wait for. */
const sync = promisify(fsync);

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
    if (readFileSync(encodePath(target)).equals(newBytes)) return undefined;
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
  const file = openSync(beside, 'wx', 0o600);
  try {
    try {
      writeFileSync(file, bytes);
      // Before the mode, since a change of owner takes away set-id bits.
      giveTo(file, like);
      fchmodSync(file, like.mode & 0o7777);
      await sync(file);
    } finally {
      closeSync(file);
    }
    if (expected !== undefined && !isSame(expected, lstatSync(encodePath(target)))) {
      unlinkSync(beside);
      return false;
    }
    renameSync(beside, encodePath(target));
    return true;
  } catch (error) {
    discard(beside);
    throw error;
  }
}

/** Only root can give a file away. */
function giveTo(file: number, { uid, gid }: Stats): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // Then it is the user's own, as with any editor.
  }
}

function discard(beside: string | Buffer): void {
  try {
    unlinkSync(beside);
  } catch {
    // It is gone already.
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
