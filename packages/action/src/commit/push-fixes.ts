import { ActionError } from '../action-error.ts';
import type { Git } from '../git/git.ts';
import type { Place } from './prepare-commit.ts';

/** The author that GitHub shows as its own bot. */
const BOT = [
  '-c',
  'user.name=github-actions[bot]',
  '-c',
  'user.email=41898282+github-actions[bot]@users.noreply.github.com',
];

export interface Pushed {
  readonly commit: string;
  /** Paths from the top of the repository. */
  readonly files: readonly string[];
}

/**
 * Commits what `fix` wrote in files that Git tracks, and pushes it; undefined where nothing changed. Throws an
 * ActionError where that is refused; branch and files are as before then, or the message says that they are not.
 */
export async function pushFixes(
  { branch, commit }: Place,
  message: string,
  git: Git,
): Promise<Pushed | undefined> {
  // What is changed within a submodule is for a commit of that.
  const status = await git('status', '--porcelain', '--untracked-files=no', '--ignore-submodules=dirty');
  if (status.code !== 0)
    throw new ActionError(`What was fixed cannot be told. Git says: ${status.stderr.trim().slice(-1000)}`);
  if (status.stdout === '') return undefined;
  const committed = await git(...BOT, 'commit', '--quiet', '--all', `--message=${message}`);
  // With the lease the branch moves from this very commit only: one that has gone back or away would else get back
  // what was taken from it. As the new commit is the next one, nothing is ever forced.
  const lease = `--force-with-lease=refs/heads/${branch}:${commit}`;
  const pushed =
    committed.code === 0
      ? await git('push', '--quiet', lease, 'origin', `HEAD:refs/heads/${branch}`)
      : committed;
  if (pushed.code !== 0) {
    // The tree held nothing but what is committed, so nobody else's work is lost.
    const { code } = await git('reset', '--quiet', '--hard', commit);
    const so = code === 0 ? 'so they were taken back' : 'and not be taken back either';
    throw new ActionError(
      `The fixes could not be ${committed.code === 0 ? 'pushed' : 'committed'}, ${so}; the job needs \`permissions: contents: write\`, and the branch must still be where it was checked out. Git says: ${pushed.stderr.trim().slice(-1000)}`,
    );
  }
  const head = (await git('rev-parse', 'HEAD')).stdout.trim();
  const { stdout: names } = await git('diff', '--name-only', '-z', '--no-renames', commit, head);
  return { commit: head, files: names.split('\0').filter((name) => name !== '') };
}
