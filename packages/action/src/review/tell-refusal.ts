import { isFork, type PullRequest } from '../event.ts';
import type { GitHubError } from '../github/github-error.ts';

/** One sentence on why there is no review, with what to do. */
export function tellRefusal({ status, message }: GitHubError, pullRequest: PullRequest): string {
  return `No review was written: GitHub says ${message || status}. ${advice(status, message, pullRequest)} Annotations, summary and reports are complete.`;
}

function advice(status: number, message: string, pullRequest: PullRequest): string {
  if (status === 429 || / to come back in /.test(message)) return 'Run the job again later.';
  if (status === 0 || status >= 500) return 'Run the job again.';
  if (status === 401) return 'The input token is not valid, or has expired.';
  if (status === 403 && isFork(pullRequest))
    return 'The token of a pull request from a fork may only read; use mode: check for those.';
  if (status === 403 || status === 404)
    return 'The job needs `permissions: pull-requests: write`, and the token must be of this repository.';
  return 'The pull request may have changed since; run the job again.';
}
