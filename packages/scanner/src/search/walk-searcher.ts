import { posix } from 'node:path';
import type { FileProblem } from '@regmigrate/core';
import { searchPaths } from './search-paths.ts';
import type { Search, Searcher, Selection } from './searcher.ts';
import { walk } from './walk.ts';

/** The search in JavaScript, where ripgrep is not to be had. */
export function walkSearcher(): Searcher {
  return {
    search(search, pattern, selection) {
      const problems: FileProblem[] = [];
      return searchPaths(search, wantedPaths(search, selection, problems), pattern, problems);
    },
    list(search, names) {
      const wanted = new Set(names);
      return Promise.resolve([...walk(search, [])].filter((path) => wanted.has(posix.basename(path))));
    },
  };
}

function* wantedPaths(search: Search, selection: Selection, problems: FileProblem[]): Generator<string> {
  const { endings } = search;
  for (const path of walk(search, problems))
    if ((!endings || endings.some((ending) => path.endsWith(ending))) && selection.wants(path)) yield path;
}
