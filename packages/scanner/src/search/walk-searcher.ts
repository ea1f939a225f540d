import type { FileProblem } from '@regmigrate/core';
import { readingProblem } from '../files/scan-problem.ts';
import { forEachLimited } from '../files/for-each-limited.ts';
import { matchesFile } from './matches-file.ts';
import type { Searcher } from './searcher.ts';
import { walk } from './walk.ts';

/** The search in JavaScript, where ripgrep is not to be had. */
export function walkSearcher(): Searcher {
  return {
    async search(search, pattern, selection) {
      const problems: FileProblem[] = [];
      const matched: string[] = [];
      let searched = 0;
      const regexp = new RegExp(pattern, 'i');
      await forEachLimited(walk(search, problems), 16, async (path) => {
        if (!selection.wants(path)) return;
        try {
          if (await matchesFile(search.cwd, path, regexp)) matched.push(path);
          searched++;
        } catch (error) {
          problems.push(readingProblem(path, error));
        }
      });
      return { matched, searched, problems };
    },
  };
}
