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
    search: (...args) => insteadOf(fast.search(...args), () => slow.search(...args)),
    list: (...args) => insteadOf(fast.list(...args), () => slow.list(...args)),
  };
}

async function insteadOf<T>(fast: Promise<T>, slow: () => Promise<T>): Promise<T> {
  try {
    return await fast;
  } catch (error) {
    if (error instanceof RipgrepFailed) return slow();
    throw error;
  }
}
