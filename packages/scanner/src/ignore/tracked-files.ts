import { resolve } from 'node:path';
import { decodePath } from '../files/path-bytes.ts';
import { runProcess, type Environment } from '../search/run-process.ts';

/** Display paths of files under `root` that git tracks although an ignore file names them; none without git. */
export async function trackedThoughIgnored(
  cwd: string,
  root: string,
  env: Environment | undefined,
): Promise<string[]> {
  const result = await runProcess('git', [...harmless, 'ls-files', '-z', '-c', '-i', '--exclude-standard'], {
    cwd: resolve(cwd, root),
    ...(env && { env: withoutGit(env) }),
  });
  if (result?.code !== 0) return [];
  const paths: string[] = [];
  for (let at = 0, end; (end = result.stdout.indexOf(0, at)) >= 0; at = end + 1) {
    const path = decodePath(result.stdout.subarray(at, end));
    paths.push(root === '.' ? path : `${root}/${path}`);
  }
  return paths;
}

// Works in a repository of another user too, as in a container with a mounted work tree: only the index and
// ignore files are read, and the one program that a repository could make git start for that is turned off.
const harmless = ['--no-optional-locks', '-c', 'safe.directory=*', '-c', 'core.fsmonitor=false'];

/** A hook is started with variables that name its repository and index; the folder at hand may be another. */
function withoutGit(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('GIT_')));
}
