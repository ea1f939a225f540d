import { decodePath } from '../files/path-bytes.ts';
import { runProcess, type Environment } from './run-process.ts';

// Works in a repository of another user too, as in a container with a mounted work tree: nothing is written, and
// the one program that a repository could make git start for what is asked here is turned off.
const HARMLESS = ['--no-optional-locks', '-c', 'safe.directory=*', '-c', 'core.fsmonitor=false'];

/** What git prints; undefined where there is no git, or where it fails. */
export async function runGit(
  cwd: string,
  args: readonly string[],
  env: Environment | undefined,
  signal?: AbortSignal,
): Promise<Buffer | undefined> {
  const result = await runProcess('git', [...HARMLESS, ...args], {
    cwd,
    ...(env && { env: withoutGit(env) }),
    ...(signal && { signal }),
  });
  return result?.code === 0 ? result.stdout : undefined;
}

/** A hook is started with variables that name its repository and index; the folder at hand may be another. */
function withoutGit(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('GIT_')));
}

/** The paths in what git prints with `-z`. */
export function pathsIn(bytes: Buffer): readonly string[] {
  const paths: string[] = [];
  for (let at = 0, end; (end = bytes.indexOf(0, at)) >= 0; at = end + 1)
    paths.push(decodePath(bytes.subarray(at, end)));
  return paths;
}
