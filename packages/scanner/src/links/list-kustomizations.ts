import { relative, resolve, sep } from 'node:path';
import { isKustomization, kustomizationNames } from '@regmigrate/links';
import { repositoryOf } from '../ignore/repository-of.ts';
import { findSearcher } from '../search/find-searcher.ts';
import { pathsIn, runGit } from '../search/run-git.ts';
import type { Environment } from '../search/run-process.ts';
import type { Search } from '../search/searcher.ts';

export interface ListOptions {
  readonly cwd: string;
  readonly ignoreFiles: boolean;
  readonly env?: Environment;
  /** Ends the work. */
  readonly signal?: AbortSignal;
}

/** All kustomizations of the repository around the working directory; outside of Git, of the directory itself. */
export async function listKustomizations(options: ListOptions): Promise<readonly string[]> {
  const search = wholeTree(options);
  // Git has the names of what it tracks at hand, which takes a tenth of the time of a walk.
  const known = search.inRepository && options.ignoreFiles ? await listWithGit(options) : undefined;
  return known ?? (await findSearcher(options.env ?? {})).list(search, kustomizationNames);
}

const YAML = ['.yaml', '.yml', '.gotmpl'];

/** All YAML files of the same whose text matches. */
export async function listYamlWith(pattern: string, options: ListOptions): Promise<readonly string[]> {
  const searcher = await findSearcher(options.env ?? {});
  const all = { wants: () => true, isPartial: () => false };
  return (await searcher.search({ ...wholeTree(options), endings: YAML }, pattern, all)).matched;
}

function wholeTree({ cwd, ignoreFiles, signal }: ListOptions): Search {
  const top = repositoryOf(resolve(cwd));
  const root = relative(cwd, top ?? cwd).replaceAll(sep, '/') || '.';
  return {
    cwd,
    roots: [root],
    ignoreFiles,
    inRepository: top !== undefined,
    archives: false,
    ...(signal && { signal }),
  };
}

async function listWithGit({ cwd, env, signal }: ListOptions): Promise<readonly string[] | undefined> {
  const top = repositoryOf(resolve(cwd)) ?? cwd;
  // Git compares a single star in front by the ends of names, which is much faster than a glob.
  const ends = kustomizationNames.map((name) => `*${name}`);
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...ends];
  const listed = await runGit(top, args, env, signal);
  signal?.throwIfAborted();
  if (listed === undefined) return undefined;
  return [...new Set(pathsIn(listed).filter(isKustomization))].map((path) =>
    relative(cwd, resolve(top, path)).replaceAll(sep, '/'),
  );
}
