import { dirname, parse, resolve } from 'node:path';
import { IgnoreTree } from './ignore-tree.ts';
import { repositoryOf } from './repository-of.ts';

/** What says that a file is left out. */
export type IgnoredBy = '.regmigrateignore' | 'the configuration';

export interface IgnoringOptions {
  readonly cwd: string;
  /** What the configuration leaves out, by display path. */
  readonly isIgnored?: (path: string) => boolean;
}

/**
 * What leaves out a file that was named by itself, by its display path; undefined where nothing does. Folders above
 * it count up to the top of its repository. `.gitignore` does not: it says what is not committed, not what is ours.
 */
export function createIgnoredBy({
  cwd,
  isIgnored,
}: IgnoringOptions): (path: string) => IgnoredBy | undefined {
  const trees = new Map<string | undefined, IgnoreTree>();
  return (path) => {
    const absolute = resolve(cwd, path);
    const top = repositoryOf(dirname(absolute));
    const tree = trees.get(top) ?? new IgnoreTree('.regmigrateignore', top);
    trees.set(top, tree);
    if (tree.ignores(absolute, top ?? parse(absolute).root)) return '.regmigrateignore';
    return isIgnored?.(path) === true ? 'the configuration' : undefined;
  };
}
