import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FileProblem } from '@regmigrate/core';
import { forEachLimited } from '../files/for-each-limited.ts';
import { encodePath } from '../files/path-bytes.ts';
import { readingProblem } from '../files/scan-problem.ts';
import { IgnoreTree } from '../ignore/ignore-tree.ts';
import { trackedThoughIgnored } from '../ignore/tracked-files.ts';
import { matchesFile } from './matches-file.ts';
import type { Environment } from './run-process.ts';
import type { Found, Search, Selection } from './searcher.ts';

/** What a search leaves out because of `.gitignore`, though git itself does not ignore it: files that it tracks. */
export async function searchTracked(
  { cwd, roots }: Search,
  pattern: string,
  selection: Selection,
  env: Environment | undefined,
): Promise<Found> {
  const ignored = new IgnoreTree('.gitignore', 'nearest');
  const seen = new Set<string>();
  const lists = await Promise.all(
    roots.map(async (root) => {
      const base = resolve(cwd, root);
      const paths = await trackedThoughIgnored(cwd, root, env);
      // git knows more ignore files (the user's own), which the search did not heed.
      return paths.filter((path) => !isInModules(path, root) && ignored.ignores(resolve(cwd, path), base));
    }),
  );
  const regexp = new RegExp(pattern, 'i');
  const matched: string[] = [];
  const problems: FileProblem[] = [];
  let searched = 0;
  await forEachLimited(lists.flat(), 16, async (path) => {
    if (seen.has(path) || !isFile(resolve(cwd, path)) || !selection.wants(path)) return;
    seen.add(path);
    try {
      if (await matchesFile(cwd, path, regexp)) matched.push(path);
      searched++;
    } catch (error) {
      problems.push(readingProblem(path, error));
    }
  });
  return { matched, searched, problems };
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
