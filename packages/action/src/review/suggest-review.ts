import { setTimeout as sleep } from 'node:timers/promises';
import type { Report } from '../command/report.ts';
import type { PullRequest } from '../event.ts';
import { commitOf, type Git } from '../git/git.ts';
import type { Client } from '../github/client.ts';
import { GitHubError } from '../github/github-error.ts';
import { findAdded, type AddedLine } from './find-added.ts';
import { readHunks } from './hunks.ts';
import { findMarker } from './marker.ts';
import { planReview, type ReviewComment } from './plan-review.ts';
import { readTreeFile } from './read-tree-file.ts';
import { reviewBody } from './review-body.ts';

/** Comments of one review; GitHub is slow with more, and people do not read them. */
const MOST_COMMENTS = 50;
/** What the API gives at most. */
const MOST_FILES = 3_000;
/** Comments that are looked at to say nothing twice. */
const MOST_SAID = 10_000;

/** Milliseconds until a review is looked for whose answer was lost: GitHub may still be writing it. */
const PAUSE = 2_000;

/** What a review said, in findings and lines. */
export interface Reviewed {
  /** Why nothing was looked at: of a newer head its own run speaks, and to a closed one nobody listens. */
  readonly skipped?: 'stale' | 'closed';
  /** Comments written now, written before, and left out for their number. */
  readonly written: number;
  readonly before: number;
  readonly left: number;
  /** Findings that stand on no line that the pull request wrote. */
  readonly outside: number;
}

interface Task {
  readonly report: Report;
  readonly pullRequest: PullRequest;
  readonly unsafe: boolean;
  readonly cwd: string;
  readonly git: Git;
  readonly client: Client;
}

/** Writes at most one review. Throws a GitHubError. */
export async function suggestReview({
  report,
  pullRequest,
  unsafe,
  cwd,
  git,
  client,
}: Task): Promise<Reviewed> {
  const { number, head, base } = pullRequest;
  const pull = `/repos/${base.repository}/pulls/${number}`;
  const current = await client.request<{ state: string; head?: { sha: string } } | null>('GET', pull);
  if (!current?.head) throw new GitHubError(0, 'something else than a pull request');
  const skipped = current.head.sha !== head.sha ? 'stale' : current.state === 'closed' ? 'closed' : undefined;
  if (skipped) return { skipped, written: 0, before: 0, left: 0, outside: 0 };

  const files = await client.list<{ filename: string; patch?: string }>(`${pull}/files`, MOST_FILES);
  const patches = new Map(files.map(({ filename, patch }) => [filename, patch]));
  const isHead = (await commitOf(git, 'HEAD')) === head.sha;
  const known = new Map<string, ReadonlyMap<number, AddedLine>>();
  const addedIn = (file: string): ReadonlyMap<number, AddedLine> => {
    const lines = known.get(file) ?? find(file);
    known.set(file, lines);
    return lines;
  };
  const find = (file: string): ReadonlyMap<number, AddedLine> => {
    const patch = patches.get(file);
    const text = patch === undefined ? undefined : readTreeFile(cwd, file);
    return patch === undefined || text === undefined ? new Map() : findAdded(readHunks(patch), text, isHead);
  };
  const { comments, outside } = planReview(report.findings, addedIn, unsafe);

  for (let tries = 1; ; tries++) {
    const said = await client.list<{ body: string }>(`${pull}/comments`, MOST_SAID);
    const fresh = unsaid(comments, said);
    const now = fresh.slice(0, MOST_COMMENTS);
    const left = fresh.length - now.length;
    const before = comments.length - fresh.length;
    if (now.length === 0) return { written: 0, before, left, outside };
    try {
      await client.request('POST', `${pull}/reviews`, {
        commit_id: head.sha,
        event: 'COMMENT',
        body: reviewBody(now.length, left, outside),
        comments: now.map(({ path, line, side, body }) => ({ path, line, side, body })),
      });
      return { written: now.length, before, left, outside };
    } catch (error) {
      // It may have been written all the same: what has been said by now is looked at again.
      if (tries === 3 || !(error instanceof GitHubError && error.isOpen)) throw error;
      await sleep(tries * PAUSE);
    }
  }
}

/** The comments that are not there yet. A marker that is wanted twice must be there twice. */
function unsaid(
  comments: readonly ReviewComment[],
  said: readonly { body: string }[],
): readonly ReviewComment[] {
  const there = new Map<string, number>();
  for (const { body } of said) {
    const marker = findMarker(body);
    if (marker !== undefined) there.set(marker, (there.get(marker) ?? 0) + 1);
  }
  return comments.filter(({ marker }) => {
    const count = there.get(marker) ?? 0;
    there.set(marker, count - 1);
    return count <= 0;
  });
}
