import type { Tree } from '@regmigrate/core';
import { belowKustomization } from '@regmigrate/links';
import { foldersAbove } from './folders-above.ts';
import type { WholeTree } from './whole-tree.ts';

/** Candidates that are looked at: enough for what somebody names, and the first of many tell mostly the same. */
const MOST = 64;

export interface Foresight {
  readonly tree: Tree;
  readonly whole: WholeTree;
  /** What any file holds in which something may be found. */
  readonly pattern: RegExp;
}

/**
 * Starts to look for kustomizations, releases and deployments where the files of a run will need them, so that other programs
 * walk the tree while this one reads the files. A guess: what was not foreseen is looked for when it is needed.
 */
export function foreseeLinks(candidates: readonly string[], { tree, whole, pattern }: Foresight): void {
  const first = candidates.slice(0, MOST);
  const mayMatter = (path: string): boolean => pattern.test(tree.read(path) ?? '');
  const isBelow = belowKustomization(tree);
  if (first.some((path) => isBelow(path) && mayMatter(path))) void whole.kustomizations();
  const mayBeDeployed = (path: string): boolean =>
    /\.(?:ya?ml|json)$/.test(path) ||
    foldersAbove(path).some((folder) => tree.list(folder).includes('Chart.yaml'));
  if (first.some((path) => mayBeDeployed(path) && mayMatter(path))) void whole.yaml();
}
