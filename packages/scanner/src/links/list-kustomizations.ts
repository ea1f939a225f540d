import { relative, resolve, sep } from 'node:path';
import { kustomizationNames } from '@regmigrate/links';
import { repositoryOf } from '../ignore/repository-of.ts';
import { findSearcher } from '../search/find-searcher.ts';
import type { Environment } from '../search/run-process.ts';

export interface ListOptions {
  readonly cwd: string;
  readonly ignoreFiles: boolean;
  readonly env?: Environment;
}

/** All kustomizations of the repository around the working directory; outside of Git, of the directory itself. */
export async function listKustomizations({
  cwd,
  ignoreFiles,
  env = {},
}: ListOptions): Promise<readonly string[]> {
  const top = repositoryOf(resolve(cwd));
  const root = relative(cwd, top ?? cwd).replaceAll(sep, '/') || '.';
  const searcher = await findSearcher(env);
  return searcher.list(
    { cwd, roots: [root], ignoreFiles, inRepository: top !== undefined, archives: false },
    kustomizationNames,
  );
}
