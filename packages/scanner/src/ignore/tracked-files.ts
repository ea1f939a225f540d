import { resolve } from 'node:path';
import { pathsIn, runGit } from '../search/run-git.ts';
import type { Environment } from '../search/run-process.ts';

/** Display paths of files under `root` that git tracks although an ignore file names them; none without git. */
export async function trackedThoughIgnored(
  cwd: string,
  root: string,
  env: Environment | undefined,
): Promise<string[]> {
  const args = ['ls-files', '-z', '-c', '-i', '--exclude-standard'];
  const listed = await runGit(resolve(cwd, root), args, env);
  return pathsIn(listed ?? Buffer.alloc(0)).map((path) => (root === '.' ? path : `${root}/${path}`));
}
