import { ActionError } from '../action-error.ts';
import { isFork, type Event } from '../event.ts';
import { commitOf, type Git } from '../git/git.ts';
import type { Runner } from '../runner.ts';

/** What a commit goes on. */
export interface Place {
  /** Without `refs/heads/`. */
  readonly branch: string;
  readonly commit: string;
}

/** Throws an ActionError where no commit could be pushed, before anything has changed. */
export async function prepareCommit(event: Event, git: Git, { env }: Runner): Promise<Place> {
  const branch = branchOf(event, env);
  const [current, commit, status] = await Promise.all([
    git('symbolic-ref', '--quiet', '--short', 'HEAD'),
    commitOf(git, 'HEAD'),
    git('status', '--porcelain', '--untracked-files=no'),
  ]);
  if (status.code !== 0 || commit === undefined)
    throw new ActionError(
      `The workspace is no Git repository with a commit: ${status.stderr.trim() || 'HEAD is missing'}.`,
    );
  if (current.stdout.trim() !== branch)
    throw new ActionError(
      `mode: fix-commit needs the branch ${JSON.stringify(branch)}, and ${current.code === 0 ? JSON.stringify(current.stdout.trim()) : 'a commit without a branch'} is checked out: give actions/checkout \`ref: \${{ github.head_ref || github.ref_name }}\`.`,
    );
  if (status.stdout !== '')
    throw new ActionError(
      'mode: fix-commit needs a tree without changes of others: run it before steps that write.',
    );
  return { branch, commit };
}

function branchOf({ name, pullRequest }: Event, env: Runner['env']): string {
  if (name === 'pull_request' && pullRequest) {
    if (!isFork(pullRequest)) return pullRequest.head.ref;
    throw new ActionError(
      'mode: fix-commit cannot push to the fork that this pull request comes from; use mode: check or suggest for forks.',
    );
  }
  const branch = /^refs\/heads\/(.+)$/s.exec(env['GITHUB_REF'] ?? '')?.[1];
  if (name === 'workflow_dispatch' && branch !== undefined) return branch;
  throw new ActionError(
    `mode: fix-commit works for the events pull_request, and workflow_dispatch on a branch, not for ${name}.`,
  );
}
