import { resolve } from 'node:path';
import { isWithin } from './is-within.ts';
import { resolveTargets } from './resolve-targets.ts';

/** Whether a file, there or not, is among what the paths name: files, folders and globs. */
export function coverOf(cwd: string, paths: readonly string[]): (file: string) => boolean {
  const { files, roots } = resolveTargets(cwd, paths);
  return (file) =>
    files.includes(file) ||
    roots.some(
      ({ path, only }) => isWithin(resolve(cwd, path), resolve(cwd, file)) && (only?.test(file) ?? true),
    );
}
