import { expect } from 'vitest';
import { discover, type Discovery, type DiscoverOptions } from '../src/discover.ts';

/** What both searchers find; they must agree. */
export async function found(options: Partial<DiscoverOptions> & { cwd: string }): Promise<Discovery> {
  const all = { paths: [], ignoreFiles: true, pattern: 'k8s\\.gcr\\.io', ...options };
  const fast = await discover(all);
  const slow = await discover({ ...all, env: { PATH: process.env['PATH'], REGMIGRATE_NO_RIPGREP: '1' } });
  expect(slow.problems.map(({ file, code }) => [file, code])).toEqual(
    fast.problems.map(({ file, code }) => [file, code]),
  );
  expect({ ...slow, problems: [] }).toEqual({ ...fast, problems: [] });
  return fast;
}
