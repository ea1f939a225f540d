import type { Step } from './run-step.ts';

type Event = Step['event'];

interface Commits {
  readonly base: string;
  readonly head: string;
  /** The branch of the head. */
  readonly branch?: string;
}

/** As GitHub sends them, cut down to what says something of the tree. */
function pull({ base, head, branch = 'topic' }: Commits, from: string | null): object {
  return {
    action: 'synchronize',
    number: 7,
    pull_request: {
      number: 7,
      head: { sha: head, ref: branch, repo: from === null ? null : { full_name: from } },
      base: { sha: base, ref: 'main', repo: { full_name: 'octo/web' } },
    },
    repository: { full_name: 'octo/web' },
  };
}

export const events = {
  push: (before: string, after: string): Event => ({
    name: 'push',
    payload: { ref: 'refs/heads/main', before, after },
  }),
  pullRequest: (commits: Commits): Event => ({
    name: 'pull_request',
    payload: pull(commits, 'octo/web'),
    ref: 'refs/pull/7/merge',
  }),
  /** `from` is null where the fork has been deleted. */
  fork: (commits: Commits, from: string | null = 'stranger/web'): Event => ({
    name: 'pull_request',
    payload: pull(commits, from),
    ref: 'refs/pull/7/merge',
  }),
  pullRequestTarget: (commits: Commits): Event => ({
    name: 'pull_request_target',
    payload: pull(commits, 'stranger/web'),
    ref: 'refs/heads/main',
  }),
  mergeGroup: ({ base, head }: Commits): Event => ({
    name: 'merge_group',
    payload: { action: 'checks_requested', merge_group: { base_sha: base, head_sha: head } },
    ref: 'refs/heads/gh-readonly-queue/main/pr-7',
  }),
  dispatch: (branch: string): Event => ({
    name: 'workflow_dispatch',
    payload: { inputs: {} },
    ref: `refs/heads/${branch}`,
  }),
};
