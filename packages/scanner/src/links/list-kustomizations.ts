import { relative, resolve, sep } from 'node:path';
import { isKustomization, kustomizationNames } from '@regmigrate/links';
import { topOfTree } from '../files/top-of-tree.ts';
import { repositoryOf } from '../ignore/repository-of.ts';
import { findSearcher } from '../search/find-searcher.ts';
import { pathsIn, runGit } from '../search/run-git.ts';
import type { Environment } from '../search/run-process.ts';
import type { Search } from '../search/searcher.ts';

export interface ListOptions {
  readonly cwd: string;
  /** What the run is about, from there. */
  readonly paths: readonly string[];
  readonly ignoreFiles: boolean;
  readonly env?: Environment;
  /** Ends the work. */
  readonly signal?: AbortSignal;
}

/** All kustomizations of the repository around the working directory; outside of Git, of the directory itself. */
export async function listKustomizations(options: ListOptions): Promise<readonly string[]> {
  const search = wholeTree(options);
  // Git has the names of what it tracks at hand, which takes a tenth of the time of a walk.
  const ask = search.inRepository && options.ignoreFiles;
  const [known, ignored] = await Promise.all(ask ? [listWithGit(options), listIgnored(search, options)] : []);
  if (known && ignored) return [...known, ...ignored];
  return (await findSearcher(options.env ?? {})).list(search, kustomizationNames);
}

/** JSON is YAML, too. */
const YAML = ['.yaml', '.yml', '.json', '.gotmpl'];

/** All YAML files of the same whose text matches. */
export async function listYamlWith(pattern: string, options: ListOptions): Promise<readonly string[]> {
  const searcher = await findSearcher(options.env ?? {});
  const all = { wants: () => true, isPartial: () => false };
  return (await searcher.search({ ...wholeTree(options), endings: YAML }, pattern, all)).matched;
}

function wholeTree({ cwd, paths, ignoreFiles, signal }: ListOptions): Search {
  const top = topOfTree(cwd, paths);
  const root = relative(cwd, top).replaceAll(sep, '/') || '.';
  return {
    cwd,
    roots: [root],
    ignoreFiles,
    inRepository: repositoryOf(top) !== undefined,
    archives: false,
    ...(signal && { signal }),
  };
}

async function listWithGit(options: ListOptions): Promise<readonly string[] | undefined> {
  // Git compares a single star in front by the ends of names, which is much faster than a glob.
  const ends = kustomizationNames.map((name) => `*${name}`);
  const listed = await listFiles(['--cached', '--others', '--exclude-standard', '--', ...ends], options);
  return listed && [...new Set(listed.filter(isKustomization))];
}

/**
 * Those that git ignores, such as an overlay of one's own: it is built as any other. Git names a folder that it
 * ignores and does not enter it; packages of npm, which may be many and build nothing of the tree, are left out.
 */
async function listIgnored(search: Search, options: ListOptions): Promise<readonly string[] | undefined> {
  const listed = await listFiles(['--others', '--ignored', '--exclude-standard', '--directory'], options);
  if (!listed) return undefined;
  const paths = listed.filter((path) => !PACKAGES.test(path));
  const folders = paths.filter((path) => path.endsWith('/')).map((path) => path.slice(0, -1));
  const found = paths.filter(isKustomization);
  const searcher = await findSearcher(options.env ?? {});
  for (let at = 0; at < folders.length; at += MOST_FOLDERS) {
    const roots = folders.slice(at, at + MOST_FOLDERS);
    const inside = await searcher.list({ ...search, roots, ignoreFiles: false }, kustomizationNames);
    found.push(...inside.filter((path) => !PACKAGES.test(path)));
  }
  return [...new Set(found)];
}

const PACKAGES = /(?:^|\/)node_modules\//;
/** That one command is given. */
const MOST_FOLDERS = 500;

/** What `git ls-files` prints for the whole repository; a folder has a slash behind it. */
async function listFiles(
  args: readonly string[],
  { cwd, paths, env, signal }: ListOptions,
): Promise<readonly string[] | undefined> {
  const top = topOfTree(cwd, paths);
  const listed = await runGit(top, ['ls-files', '-z', ...args], env, signal);
  signal?.throwIfAborted();
  return (
    listed &&
    pathsIn(listed).map((path) => {
      const name = relative(cwd, resolve(top, path)).replaceAll(sep, '/') || '.';
      return path.endsWith('/') ? `${name}/` : name;
    })
  );
}
