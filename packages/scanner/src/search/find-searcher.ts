import type { Environment } from './run-process.ts';
import { RipgrepFailed, ripgrepSearcher } from './ripgrep-searcher.ts';
import type { Searcher } from './searcher.ts';
import { walkSearcher } from './walk-searcher.ts';

/** The fastest way to search that works here. */
export async function findSearcher(env: Environment): Promise<Searcher> {
  const slow = walkSearcher();
  if (env['REGMIGRATE_NO_RIPGREP'] === '1') return slow;
  let fast: Searcher;
  try {
    const { rgPath } = await import('@vscode/ripgrep');
    fast = ripgrepSearcher(rgPath);
  } catch {
    // The package is not installed, or has no executable for this platform.
    return slow;
  }
  return {
    async search(...args) {
      try {
        return await fast.search(...args);
      } catch (error) {
        if (error instanceof RipgrepFailed) return slow.search(...args);
        throw error;
      }
    },
  };
}
