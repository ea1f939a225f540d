import type { FileTree } from '../tree/file-tree.ts';

/** Everything that one chart or kustomization is rendered from. */
export interface Closure {
  /** Where a file stands in the copy that is rendered → where it stands in the tree. */
  readonly files: ReadonlyMap<string, string>;
  /** Folders of the charts or kustomizations in it, its own first. */
  readonly folders: readonly string[];
  /** What would have to be fetched. */
  readonly remote: readonly string[];
  /** Whether no path in it leads out of the tree; undefined where that was not looked at. */
  readonly isContained?: boolean;
  /** Why it cannot be copied as it is. */
  readonly faults: readonly string[];
}

/** How closures are found; a richer index of the tree may take the place of what stands here. */
export type ClosureOf = (tree: FileTree, folder: string) => Promise<Closure>;

/** Files of one closure. More are a mistake or an attack. */
export const MOST_FILES = 20_000;
