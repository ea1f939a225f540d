import { runProgram, type Ended } from '../run-program.ts';
import type { Runner } from '../runner.ts';

export type Git = (...args: readonly string[]) => Promise<Ended>;

/**
 * Hooks and folders that look like repositories may have come with the tree, in a container the work tree belongs to
 * another user, and a question would wait for ever.
 */
const QUIET = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'safe.bareRepository=explicit',
  'safe.directory=*',
  'commit.gpgSign=false',
].flatMap((setting) => ['-c', setting]);

export function createGit({ cwd, env }: Runner): Git {
  const settings = { cwd, env: { ...env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' } };
  return (...args) => runProgram('git', [...QUIET, ...args], settings);
}

/** The commit that a revision names; undefined where it is not in the clone. */
export async function commitOf(git: Git, revision: string): Promise<string | undefined> {
  const { code, stdout } = await git(
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  );
  return code === 0 ? stdout.trim() : undefined;
}
