import { posix } from 'node:path';
import type { Tree } from '@regmigrate/core';

/** More and deeper folders than repositories of charts have. */
const limits = { folders: 50_000, depth: 24 };

/** The folders of all charts in the working directory, in the order of the walk. Hidden folders hold none of ours. */
export function findCharts(tree: Tree): readonly string[] {
  const charts: string[] = [];
  const pending: { readonly folder: string; readonly depth: number }[] = [{ folder: '.', depth: 0 }];
  let entered = 0;
  for (let at = pending.pop(); at !== undefined && entered < limits.folders; at = pending.pop()) {
    const { folder, depth } = at;
    entered++;
    const names = tree.list(folder);
    if (names.includes('Chart.yaml')) charts.push(folder);
    if (depth >= limits.depth) continue;
    for (const name of names)
      if (name.endsWith('/') && !name.startsWith('.') && name !== 'node_modules/')
        pending.push({ folder: posix.join(folder, name.slice(0, -1)), depth: depth + 1 });
  }
  return charts;
}
