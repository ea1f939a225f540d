import { UsageError, type FileProblem } from '@regmigrate/core';
import { resolveTargets, type Root } from './files/resolve-targets.ts';
import { RootSelection } from './search/root-selection.ts';
import { searchTracked } from './search/search-tracked.ts';
import type { Environment } from './search/run-process.ts';
import type { Found } from './search/searcher.ts';

export interface DiscoverOptions {
  readonly cwd: string;
  /** Files, folders and globs; none stands for the working directory. */
  readonly paths: readonly string[];
  readonly ignoreFiles: boolean;
  /** A regular expression for ripgrep and JavaScript, within a line, case-insensitive. May match too much. */
  readonly pattern: string;
  /** `PATH` for git, `REGMIGRATE_NO_RIPGREP`. */
  readonly env?: Environment;
  readonly onProgress?: (filesSearched: number) => void;
}

export interface Discovery {
  /** Display paths, sorted: files that may hold a retired name, and files named one by one. */
  readonly candidates: readonly string[];
  readonly filesScanned: number;
  readonly problems: readonly FileProblem[];
}

/** Which files are worth reading. */
export async function discover(options: DiscoverOptions): Promise<Discovery> {
  const { cwd, paths, onProgress } = options;
  const { files, roots, problems } = resolveTargets(cwd, paths);
  const candidates = new Set(files);
  let filesScanned = files.length;
  const found = roots.length > 0 ? await searchRoots(options, roots, new Set(files)) : undefined;
  if (found !== undefined) {
    for (const path of found.matched) candidates.add(path);
    filesScanned += found.searched;
  }
  onProgress?.(filesScanned);
  return {
    candidates: [...candidates].sort(),
    filesScanned,
    problems: [...problems, ...(found?.problems ?? [])],
  };
}

async function searchRoots(
  options: DiscoverOptions,
  roots: readonly Root[],
  named: ReadonlySet<string>,
): Promise<Found> {
  const { cwd, ignoreFiles, pattern, env = {} } = options;
  // Loaded here, since a run on a single file needs nothing of it.
  const { findSearcher } = await import('./search/find-searcher.ts');
  const selection = new RootSelection(cwd, roots, named, ignoreFiles);
  const search = { cwd, roots: [...new Set(roots.map(({ path }) => path))], ignoreFiles };
  const searcher = await findSearcher(env);
  const [found, tracked] = await Promise.all([
    searcher.search(search, pattern, selection),
    ignoreFiles ? searchTracked(search, pattern, selection, options.env) : undefined,
  ]);
  const unmatched = selection.unmatchedGlob();
  if (unmatched !== undefined) throw new UsageError('path-not-found', `No file matches: ${unmatched}`);
  return {
    matched: [...found.matched, ...(tracked?.matched ?? [])],
    searched: found.searched + (tracked?.searched ?? 0),
    problems: [
      ...found.problems.filter(({ file }) => selection.concerns(file)),
      ...(tracked?.problems ?? []),
    ],
  };
}
