import { posix } from 'node:path';
import type { Tree } from '@regmigrate/core';
import { isKustomization } from './is-kustomization.ts';

/** Tells whether a file lies in a folder that has a kustomization, or below one. Each folder is looked at once. */
export function belowKustomization(tree: Pick<Tree, 'list'>): (path: string) => boolean {
  const known = new Map<string, boolean>();
  const isBelow = (folder: string): boolean => {
    const answer = known.get(folder);
    if (answer !== undefined) return answer;
    const up = posix.dirname(folder);
    // Above the working directory `dirname` of `..` would lead back down.
    const above = folder === '.' ? '..' : /^(?:\.\.\/)*\.\.$/.test(folder) ? `${folder}/..` : up;
    const names = tree.list(folder);
    const isOutside = names.length === 0 && folder.startsWith('..');
    const found = names.some(isKustomization) || (!isOutside && above !== folder && isBelow(above));
    known.set(folder, found);
    return found;
  };
  return (path) => isBelow(posix.dirname(path));
}
