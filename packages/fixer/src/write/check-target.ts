import { accessSync, constants, lstatSync, realpathSync, type Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { FileProblem } from '@regmigrate/core';
import { decodePath, encodePath, isWithin } from '@regmigrate/scanner';
import { fixProblem, writingProblem } from '../fix-problem.ts';

export type CheckedTarget =
  { readonly ok: true; readonly stat: Stats } | { readonly ok: false; readonly problem: FileProblem };

/**
 * Whether the file may be exchanged for a new one without harm to anything else. The calls are synchronous, as
 * those that read: what is asked is in memory, and the thread pool would take most of the time.
 */
export function checkTarget(cwd: string, path: string): CheckedTarget {
  const absolute = resolve(cwd, path);
  const refuse = (problem: FileProblem): CheckedTarget => ({ ok: false, problem });
  try {
    const stat = lstatSync(encodePath(absolute));
    if (!stat.isFile()) return refuse(fixProblem(path, 'not-a-file'));
    if (leadsOutside(cwd, absolute)) return refuse(fixProblem(path, 'link-outside'));
    if (stat.nlink > 1) return refuse(fixProblem(path, 'hard-linked'));
    // A rename asks only for permission on the folder, and root for none: what the file says must count.
    if ((stat.mode & 0o222) === 0 || !isWritable(absolute)) return refuse(fixProblem(path, 'read-only'));
    return { ok: true, stat };
  } catch (error) {
    return refuse(writingProblem(path, error));
  }
}

/** Whether a path that seems to lie in the working directory leaves it through a linked folder. */
function leadsOutside(cwd: string, absolute: string): boolean {
  if (!isWithin(cwd, absolute)) return false;
  return !isWithin(realPath(cwd), realPath(dirname(absolute)));
}

function realPath(path: string): string {
  return decodePath(realpathSync.native(encodePath(path), { encoding: 'buffer' }));
}

function isWritable(absolute: string): boolean {
  try {
    accessSync(encodePath(absolute), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
