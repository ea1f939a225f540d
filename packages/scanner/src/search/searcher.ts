import type { FileProblem } from '@regmigrate/core';

export interface Search {
  readonly cwd: string;
  /** Display paths of folders. */
  readonly roots: readonly string[];
  readonly ignoreFiles: boolean;
  /**
   * Whether the roots lie in git work trees. There, `.gitignore` counts up to the top of the nearest work tree, as
   * for git. Elsewhere it counts too, in all folders above.
   */
  readonly inRepository: boolean;
  /** Whether archives match, whatever they hold. */
  readonly archives: boolean;
  /** Ends the search, which fails then. */
  readonly signal?: AbortSignal;
  /** Only files whose names end with one of these, `.yaml`; all if absent. */
  readonly endings?: readonly string[];
}

export interface Found {
  /** Display paths of the files that match the pattern, and of the archives where they are asked for. */
  readonly matched: readonly string[];
  /** How many files were looked into. */
  readonly searched: number;
  readonly problems: readonly FileProblem[];
}

/** Which of the files found count. Asked once for each of them. */
export interface Selection {
  wants(path: string): boolean;
  /** Whether `wants` may say no; known for certain only after it was asked for all files that match. */
  isPartial(): boolean;
}

/**
 * Two ways to do the same: ripgrep, and our own walk where there is no ripgrep. Both enter hidden folders but
 * not `.git`, follow no links, and look into binary files and UTF-16. With `ignoreFiles` they skip what
 * `.gitignore` names, and `node_modules`. `.regmigrateignore` is left to the selection.
 */
export interface Searcher {
  search(search: Search, pattern: string, selection: Selection): Promise<Found>;
  /** Display paths of the files with one of these names, whatever they hold. */
  list(search: Search, names: readonly string[]): Promise<readonly string[]>;
}
