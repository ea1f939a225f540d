import { decodePath, type Environment } from '@regmigrate/scanner';
import { runProgram } from '../render/run-program.ts';

// As in the scanner: nothing that a repository could make git start is started, and nothing is written.
const harmless = ['--no-optional-locks', '-c', 'safe.directory=*', '-c', 'core.fsmonitor=false'];

const MOST_BYTES = 512 * 2 ** 20;
const PATIENCE = 120_000;

/** What git prints; undefined where it is missing or says no. */
export async function git(
  root: string,
  env: Environment,
  args: readonly string[],
): Promise<Buffer | undefined> {
  // A hook is started with variables that name its repository and index; the folder at hand may be another.
  const own = Object.entries(env).filter(([name]) => !name.startsWith('GIT_'));
  const run = await runProgram('git', [...harmless, ...args], {
    cwd: root,
    env: Object.fromEntries(own),
    timeout: PATIENCE,
    maxBytes: MOST_BYTES,
  });
  return run.kind === 'done' ? run.stdout : undefined;
}

/** What `-z` separates. */
export function splitAtNul(bytes: Buffer): string[] {
  const parts: string[] = [];
  for (let at = 0, end; (end = bytes.indexOf(0, at)) >= 0; at = end + 1)
    parts.push(decodePath(bytes.subarray(at, end)));
  return parts;
}
