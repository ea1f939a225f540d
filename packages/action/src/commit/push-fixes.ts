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

/**
 * Commits what `fix` wrote in files that Git tracks, and pushes it; the new commit, or undefined where nothing changed.
 * Throws an ActionError where that is refused; branch and files are as before then.
 */
export async function pushFixes(
  { branch, commit }: Place,
  message: string,
  git: Git,
): Promise<string | undefined> {
  const { stdout: changed } = await git('status', '--porcelain', '--untracked-files=no');
  if (changed === '') return undefined;
  const committed = await git(...BOT, 'commit', '--quiet', '--all', `--message=${message}`);
  const pushed =
    committed.code === 0 ? await git('push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`) : committed;
  if (pushed.code !== 0) {
    // The tree held nothing but what is committed, so nobody else's work is lost.
    await git('reset', '--quiet', '--hard', commit);
    throw new ActionError(
      `The fixes could not be ${committed.code === 0 ? 'pushed' : 'committed'}, so they were taken back; the job needs \`permissions: contents: write\`, and nobody may have pushed meanwhile. Git says: ${pushed.stderr.trim().slice(-1000)}`,
    );
  }
  return (await git('rev-parse', 'HEAD')).stdout.trim();
}
