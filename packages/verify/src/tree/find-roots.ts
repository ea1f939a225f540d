import { lstatSync, realpathSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { UsageError } from '@regmigrate/core';
import { isWithin, type Environment } from '@regmigrate/scanner';
import { git } from './git.ts';

/** A tree, and what of it is asked for. */
export interface TargetRoot {
  /** Absolute: the top of a work tree of git, else the working directory or the folder that was named. */
  readonly root: string;
  readonly inGit: boolean;
  /** From the root, with `/`; the root itself is the empty string. */
  readonly targets: readonly string[];
}

/** Sorts the paths by the trees that they lie in. */
export async function findRoots(
  cwd: string,
  paths: readonly string[],
  env: Environment,
): Promise<readonly TargetRoot[]> {
  const here = realpathSync(cwd);
  const roots = new Map<string, { inGit: boolean; targets: string[] }>();
  for (const given of paths.length > 0 ? paths : ['.']) {
    const path = realPath(cwd, given);
    const folder = lstatSync(path).isDirectory() ? path : dirname(path);
    const top = (await git(folder, env, ['rev-parse', '--show-toplevel']))?.toString().replace(/\r?\n$/, '');
    const root = top ?? (isWithin(here, path) ? here : folder);
    const known = roots.get(root) ?? { inGit: top !== undefined, targets: [] };
    known.targets.push(relative(root, path).replaceAll(sep, '/'));
    roots.set(root, known);
  }
  return [...roots].map(([root, { inGit, targets }]) => ({ root, inGit, targets }));
}

function realPath(cwd: string, given: string): string {
  try {
    return realpathSync(resolve(cwd, given));
  } catch {
    throw new UsageError('path-not-found', `No such file or folder: ${given}`);
  }
}
