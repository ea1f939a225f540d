import { readdirSync, type Dirent } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FileProblem } from '@regmigrate/core';
import { decodePath, encodePath } from '../files/path-bytes.ts';
import { readingProblem } from '../files/scan-problem.ts';
import { IgnoreTree } from '../ignore/ignore-tree.ts';
import type { Search } from './searcher.ts';

/** The display paths of all regular files under the roots, as ripgrep would list them. */
export function* walk(
  { cwd, roots, ignoreFiles, inRepository }: Search,
  problems: FileProblem[],
): Generator<string> {
  // Outside a work tree a .gitignore says nothing, as for git itself: it may name a folder that is tracked.
  const ignored = inRepository && ignoreFiles ? new IgnoreTree('.gitignore', 'nearest') : undefined;
  const entered = new Set<string>();
  const pending = [...roots].reverse();
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    if (entered.has(folder)) continue;
    entered.add(folder);
    const absolute = resolve(cwd, folder);
    let entries: Dirent<Buffer>[];
    try {
      entries = readdirSync(encodePath(absolute), { withFileTypes: true, encoding: 'buffer' });
    } catch (error) {
      problems.push(readingProblem(folder, error));
      continue;
    }
    for (const entry of entries) {
      const name = decodePath(entry.name);
      const path = folder === '.' ? name : folder.endsWith('/') ? folder + name : `${folder}/${name}`;
      const isFolder = entry.isDirectory();
      if (name === '.git' || (!isFolder && !entry.isFile())) continue;
      if (ignoreFiles && name === 'node_modules') continue;
      if (ignored?.names(join(absolute, name), isFolder)) continue;
      if (isFolder) pending.push(path);
      else yield path;
    }
  }
}
