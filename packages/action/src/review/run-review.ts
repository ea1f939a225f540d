import { notice, setSecret, warning } from '@actions/core';
import { escapeMarkdown } from '@regmigrate/reporters';
import type { Report } from '../command/report.ts';
import type { Event } from '../event.ts';
import type { Git } from '../git/git.ts';
import { createClient } from '../github/client.ts';
import { GitHubError } from '../github/github-error.ts';
import type { Inputs } from '../inputs.ts';
import type { Runner } from '../runner.ts';
import { addNote } from '../step-summary.ts';
import { suggestReview } from './suggest-review.ts';
import { tellRefusal } from './tell-refusal.ts';
import { tellReview } from './tell-review.ts';

/** Reviews the pull request of the event. That it cannot is a warning: what was found has been told by then. */
export async function runReview(
  report: Report,
  { pullRequest, name }: Event,
  { token, unsafeFixes }: Inputs,
  runner: Runner,
  git: Git,
): Promise<void> {
  if (pullRequest === undefined) {
    notice(`The event ${name} has no pull request, so nothing is suggested.`);
    return;
  }
  if (token === '') {
    warning('No review was written: mode: suggest needs the input token.');
    return;
  }
  setSecret(token);
  const client = createClient({ apiUrl: runner.env['GITHUB_API_URL'] || 'https://api.github.com', token });
  try {
    const task = { report, pullRequest, unsafe: unsafeFixes, cwd: runner.cwd, git, client };
    const said = tellReview(await suggestReview(task));
    notice(said);
    addNote(said, runner);
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const said = tellRefusal(error, pullRequest);
    warning(said);
    addNote(escapeMarkdown(said), runner);
  }
}
