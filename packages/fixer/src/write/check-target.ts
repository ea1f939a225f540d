import type { Stats } from 'node:fs';
import { constants } from 'node:fs';
import { access, lstat, realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { FileProblem } from '@regmigrate/core';
import { decodePath, encodePath, isWithin } from '@regmigrate/scanner';
import { fixProblem, writingProblem } from '../fix-problem.ts';

export type CheckedTarget =
  { readonly ok: true; readonly stat: Stats } | { readonly ok: false; readonly problem: FileProblem };

/** Whether the file may be exchanged for a new one without harm to anything else. */
export async function checkTarget(cwd: string, path: string): Promise<CheckedTarget> {
  const absolute = resolve(cwd, path);
  const refuse = (problem: FileProblem): CheckedTarget => ({ ok: false, problem });
  try {
    const stat = await lstat(encodePath(absolute));
    if (!stat.isFile()) return refuse(fixProblem(path, 'not-a-file'));
    if (await leadsOutside(cwd, absolute)) return refuse(fixProblem(path, 'link-outside'));
    if (stat.nlink > 1) return refuse(fixProblem(path, 'hard-linked'));
    // A rename asks only for permission on the folder, and root for none: what the file says must count.
    if ((stat.mode & 0o222) === 0 || !(await isWritable(absolute)))
      return refuse(fixProblem(path, 'read-only'));
    return { ok: true, stat };
  } catch (error) {
    return refuse(writingProblem(path, error));
  }
}

/** Whether a path that seems to lie in the working directory leaves it through a linked folder. */
async function leadsOutside(cwd: string, absolute: string): Promise<boolean> {
  if (!isWithin(cwd, absolute)) return false;
  return !isWithin(await realPath(cwd), await realPath(dirname(absolute)));
}

async function realPath(path: string): Promise<string> {
  return decodePath(await realpath(encodePath(path), { encoding: 'buffer' }));
}

async function isWritable(absolute: string): Promise<boolean> {
  return access(encodePath(absolute), constants.W_OK).then(
    () => true,
    () => false,
  );
}
