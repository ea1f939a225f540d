import { resolve } from 'node:path';
import { isWithin } from '../files/is-within.ts';
import { resolveTargets } from '../files/resolve-targets.ts';

/** Tells whether a path lies in what was given on the command line, ignored or not. */
export function coveredPaths(cwd: string, paths: readonly string[]): (path: string) => boolean {
  const { files, roots } = resolveTargets(cwd, paths);
  const named = new Set(files.map((file) => resolve(cwd, file)));
  const folders = roots.map(({ path, only }) => ({ folder: resolve(cwd, path), only }));
  return (path) => {
    const absolute = resolve(cwd, path);
    return (
      named.has(absolute) ||
      folders.some(({ folder, only }) => isWithin(folder, absolute) && (only?.test(path) ?? true))
    );
  };
}
