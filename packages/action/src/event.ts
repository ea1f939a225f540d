import { readFileSync } from 'node:fs';
import { ActionError } from './action-error.ts';
import type { Runner } from './runner.ts';

export interface PullRequest {
  readonly number: number;
  readonly head: Side;
  readonly base: Side;
}

interface Side {
  readonly sha: string;
  /** A branch without `refs/heads/`. */
  readonly ref: string;
  /** `owner/name`; absent where the repository was deleted. */
  readonly repository?: string;
}

/** What started the workflow. */
export interface Event {
  readonly name: string;
  readonly pullRequest?: PullRequest;
  /** For pushes and merge queues: the commit before. Absent where there was none. */
  readonly before?: string;
}

/** As far as it is read; other events have none of these keys. */
interface Payload {
  readonly before?: string;
  readonly merge_group?: { readonly base_sha: string };
  readonly pull_request?: { readonly number: number; readonly head: PayloadSide; readonly base: PayloadSide };
}

interface PayloadSide {
  readonly sha: string;
  readonly ref: string;
  readonly repo: { readonly full_name: string } | null;
}

export function readEvent({ env }: Runner): Event {
  const [name, path] = [env['GITHUB_EVENT_NAME'], env['GITHUB_EVENT_PATH']];
  if (!name || !path)
    throw new ActionError(
      'There is no GITHUB_EVENT_NAME and GITHUB_EVENT_PATH: this runs on GitHub Actions only.',
    );
  const { before, merge_group: group, pull_request: pull } = readPayload(path);
  const commit = group?.base_sha ?? before;
  return {
    name,
    ...(commit && !/^0+$/.test(commit) && { before: commit }),
    ...(pull && {
      pullRequest: { number: pull.number, head: readSide(pull.head), base: readSide(pull.base) },
    }),
  };
}

function readPayload(path: string): Payload {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Payload;
  } catch (error) {
    throw new ActionError(`The event at GITHUB_EVENT_PATH cannot be read: ${(error as Error).message}`);
  }
}

const readSide = ({ sha, ref, repo }: PayloadSide): Side => ({
  sha,
  ref,
  ...(repo && { repository: repo.full_name }),
});

/** Whether the head is in another repository than the base, where others may write. */
export function isFork({ head, base }: PullRequest): boolean {
  return head.repository === undefined || head.repository !== base.repository;
}

/** Events whose tree was written by people who may write to the repository; of others nobody knows. */
const OWN: readonly string[] = ['push', 'merge_group', 'workflow_dispatch', 'schedule', 'release'];

/** Whether people who may write to the repository have written the tree. */
export function isTrusted({ name, pullRequest }: Event): boolean {
  if (OWN.includes(name)) return true;
  return name === 'pull_request' && pullRequest !== undefined && !isFork(pullRequest);
}
