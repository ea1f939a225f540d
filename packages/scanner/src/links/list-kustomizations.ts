import { relative, resolve, sep } from 'node:path';
import { kustomizationNames } from '@regmigrate/links';
import { repositoryOf } from '../ignore/repository-of.ts';
import { findSearcher } from '../search/find-searcher.ts';
import type { Environment } from '../search/run-process.ts';
import type { Search } from '../search/searcher.ts';

export interface ListOptions {
  readonly cwd: string;
  readonly ignoreFiles: boolean;
  readonly env?: Environment;
}

/** All kustomizations of the repository around the working directory; outside of Git, of the directory itself. */
export async function listKustomizations(options: ListOptions): Promise<readonly string[]> {
  return (await findSearcher(options.env ?? {})).list(wholeTree(options), kustomizationNames);
}

/** All files of the same whose text matches. */
export async function listFilesWith(pattern: string, options: ListOptions): Promise<readonly string[]> {
  const searcher = await findSearcher(options.env ?? {});
  const all = { wants: () => true, isPartial: () => false };
  return (await searcher.search(wholeTree(options), pattern, all)).matched;
}

function wholeTree({ cwd, ignoreFiles }: ListOptions): Search {
  const top = repositoryOf(resolve(cwd));
  const root = relative(cwd, top ?? cwd).replaceAll(sep, '/') || '.';
  return { cwd, roots: [root], ignoreFiles, inRepository: top !== undefined, archives: false };
}
