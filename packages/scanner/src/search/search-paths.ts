import { setImmediate } from 'node:timers/promises';
import type { FileProblem } from '@regmigrate/core';
import { isArchiveFile } from '../archives/archive-file.ts';
import { readingProblem } from '../files/scan-problem.ts';
import { matchesFile } from './matches-file.ts';
import type { Found, Search } from './searcher.ts';

/** Files between two turns of the event loop, in which signals are heard and progress is drawn. */
const turn = 256;

/** Looks into each file. `problems` are told with those found here. */
export async function searchPaths(
  { cwd, archives }: Pick<Search, 'cwd' | 'archives'>,
  paths: Iterable<string>,
  pattern: string,
  problems: FileProblem[] = [],
): Promise<Found> {
  const regexp = new RegExp(pattern, 'i');
  const matched: string[] = [];
  let searched = 0;
  for (const path of paths) {
    try {
      if ((archives && isArchiveFile(cwd, path)) || matchesFile(cwd, path, regexp)) matched.push(path);
      searched++;
    } catch (error) {
      problems.push(readingProblem(path, error));
    }
    if (searched % turn === 0) await setImmediate();
  }
  return { matched, searched, problems };
}
