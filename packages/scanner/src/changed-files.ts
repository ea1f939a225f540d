import { lstatSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { UsageError } from '@regmigrate/core';
import { encodePath } from './files/path-bytes.ts';
import { resolveTargets } from './files/resolve-targets.ts';
import { repositoryOf } from './ignore/repository-of.ts';
import { RootSelection } from './search/root-selection.ts';
import { pathsIn, runGit } from './search/run-git.ts';
import type { Environment } from './search/run-process.ts';

export interface ChangedOptions {
  readonly cwd: string;
  /** Files, folders and globs that the answer is limited to; none stands for the working directory. */
  readonly paths: readonly string[];
  /** The commit to compare with is the one at which the branch left this revision; `HEAD` tells what is not committed. */
  readonly since: string;
  /** Whether `.regmigrateignore` counts. */
  readonly ignoreFiles: boolean;
  /** What the configuration leaves out. */
  readonly isIgnored?: (path: string) => boolean;
  readonly env?: Environment;
}

/** Display paths of the files that differ from a commit, those that Git does not know yet included. Sorted. */
export async function changedFiles({
  cwd,
  paths,
  since,
  ignoreFiles,
  isIgnored,
  env,
}: ChangedOptions): Promise<readonly string[]> {
  const top = repositoryOf(cwd);
  if (top === undefined)
    throw new UsageError(
      'not-a-repository',
      'The option --changed needs a Git repository, and this is none.',
    );
  if (since.startsWith('-')) throw unknownRevision(since);
  const git = (...args: readonly string[]) => runGit(top, args, env);
  // Walks the whole tree, so it goes on beside the others.
  const listing = git('ls-files', '-z', '--others', '--exclude-standard');
  const base = await git('merge-base', '--end-of-options', since, 'HEAD');
  const commit = base?.toString('latin1').trim() ?? '';
  // Without a common commit there is nothing to compare with but the revision itself.
  const changed = await git(
    'diff',
    '--name-only',
    '-z',
    '--no-renames',
    '--diff-filter=d',
    '--no-ext-diff',
    '--ignore-submodules',
    commit || since,
    '--',
  );
  const fresh = await listing;
  if (changed === undefined || fresh === undefined) throw unknownRevision(since);
  const { files, roots } = resolveTargets(cwd, paths);
  const named = new Set(files);
  const selection = new RootSelection({ cwd, roots, named, ignoreFiles, isIgnored });
  const covers = (path: string): boolean => named.has(path) || selection.wants(path);
  return [...new Set([changed, fresh].flatMap(pathsIn))]
    .map((path) => relative(cwd, resolve(top, path)).replaceAll(sep, '/'))
    .filter((path) => covers(path) && isFile(resolve(cwd, path)))
    .sort();
}

const unknownRevision = (since: string): UsageError =>
  new UsageError('unknown-revision', `Git does not know the revision ${JSON.stringify(since)}.`);

/** What else may have changed, such as a link, holds no text of its own. */
const isFile = (path: string): boolean =>
  lstatSync(encodePath(path), { throwIfNoEntry: false })?.isFile() ?? false;
