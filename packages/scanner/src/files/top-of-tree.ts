import { dirname, parse, resolve } from 'node:path';
import { repositoryOf } from '../ignore/repository-of.ts';

/**
 * The folder in which files are linked with others: the repository around the working directory, else the one that
 * all of the paths lie in, else the working directory. From the root of the file system, as in a container, that
 * would be everything, so there it is the folder that holds the paths.
 */
export function topOfTree(cwd: string, paths: readonly string[] = []): string {
  const own = repositoryOf(cwd);
  if (own !== undefined) return own;
  const named = paths.map((path) => resolve(cwd, path));
  const [repository, ...others] = new Set(named.map(repositoryOf));
  if (repository !== undefined && others.length === 0) return repository;
  if (cwd !== parse(cwd).root || named.includes(cwd)) return cwd;
  const [folder = cwd, ...further] = named.map((path) => dirname(path));
  return further.reduce(commonFolder, folder);
}

function commonFolder(one: string, other: string): string {
  let at = one;
  while (other !== at && !other.startsWith(at.endsWith('/') ? at : `${at}/`)) at = dirname(at);
  return at;
}
