import { resolve } from 'node:path';
import { UsageError, type FileProblem } from '@regmigrate/core';
import { resolveTargets, type Root } from './files/resolve-targets.ts';
import { repositoryOf } from './ignore/repository-of.ts';
import { RootSelection } from './search/root-selection.ts';
import { searchTracked } from './search/search-tracked.ts';
import type { Environment } from './search/run-process.ts';
import type { Found, Search } from './search/searcher.ts';

export interface DiscoverOptions {
  readonly cwd: string;
  /** Files, folders and globs; none stands for the working directory. */
  readonly paths: readonly string[];
  readonly ignoreFiles: boolean;
  /** Whether a file, by its display path, is left out; not asked for what is named one by one: see leaveOutIgnored. */
  readonly isIgnored?: (path: string) => boolean;
  /** A regular expression for ripgrep and JavaScript, within a line, case-insensitive. May match too much. */
  readonly pattern: string;
  /** Whether to find archives too, whatever they hold: what is packed is not seen by a search. */
  readonly archives?: boolean;
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
  const { cwd, ignoreFiles, pattern, archives = false, env = {} } = options;
  // Loaded here, since a run on a single file needs nothing of it.
  const { findSearcher } = await import('./search/find-searcher.ts');
  const selection = new RootSelection({ cwd, roots, named, ignoreFiles, isIgnored: options.isIgnored });
  const searcher = await findSearcher(env);
  const found: Found[] = await Promise.all(
    searches({ cwd, ignoreFiles, archives }, roots).flatMap((search) => [
      searcher.search(search, pattern, selection),
      ...(ignoreFiles && search.inRepository ? [searchTracked(search, pattern, selection, options.env)] : []),
    ]),
  );
  const unmatched = selection.unmatchedGlob();
  if (unmatched !== undefined) throw new UsageError('path-not-found', `No file matches: ${unmatched}`);
  return {
    matched: found.flatMap(({ matched }) => matched),
    searched: found.reduce((sum, { searched }) => sum + searched, 0),
    problems: found
      .flatMap(({ problems }) => problems)
      .filter(({ file }) => selection.concerns(file))
      .sort((a, b) => (a.file < b.file ? -1 : 1)),
  };
}

/** One for the roots in git work trees, one for the others. */
function searches(
  options: Pick<Search, 'cwd' | 'ignoreFiles' | 'archives'>,
  roots: readonly Root[],
): Search[] {
  const { cwd } = options;
  const paths = [...new Set(roots.map(({ path }) => path))];
  const inside = new Set(paths.filter((path) => repositoryOf(resolve(cwd, path)) !== undefined));
  return [true, false]
    .map((inRepository) => ({
      ...options,
      roots: paths.filter((path) => inside.has(path) === inRepository),
      inRepository,
    }))
    .filter((search) => search.roots.length > 0);
}
