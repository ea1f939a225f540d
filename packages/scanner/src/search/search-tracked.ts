import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { encodePath } from '../files/path-bytes.ts';
import { IgnoreTree } from '../ignore/ignore-tree.ts';
import { trackedThoughIgnored } from '../ignore/tracked-files.ts';
import { searchPaths } from './search-paths.ts';
import type { Environment } from './run-process.ts';
import type { Found, Search, Selection } from './searcher.ts';

/** What a search leaves out because of `.gitignore`, though git itself does not ignore it: files that it tracks. */
export async function searchTracked(
  { cwd, roots, archives }: Search,
  pattern: string,
  selection: Selection,
  env: Environment | undefined,
): Promise<Found> {
  const ignored = new IgnoreTree('.gitignore', 'nearest');
  const lists = await Promise.all(
    roots.map(async (root) => {
      const base = resolve(cwd, root);
      const paths = await trackedThoughIgnored(cwd, root, env);
      // git knows more ignore files (the user's own), which the search did not heed.
      return paths.filter((path) => !isInModules(path, root) && ignored.ignores(resolve(cwd, path), base));
    }),
  );
  const paths = [...new Set(lists.flat())].filter(
    (path) => isFile(resolve(cwd, path)) && selection.wants(path),
  );
  return searchPaths({ cwd, archives }, paths, pattern);
}

function isInModules(path: string, root: string): boolean {
  return path
    .slice(root === '.' ? 0 : root.length)
    .split('/')
    .includes('node_modules');
}

function isFile(path: string): boolean {
  return lstatSync(encodePath(path), { throwIfNoEntry: false })?.isFile() ?? false;
}
