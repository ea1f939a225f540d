import { notice, warning } from '@actions/core';
import { ActionError } from '../action-error.ts';
import type { Event } from '../event.ts';
import { commitOf, type Git } from './git.ts';

/**
 * The commit that the checked-out tree is compared with; undefined for the whole tree, where there is nothing to
 * compare with. Throws an ActionError where a shallow clone does not hold it, or where Git cannot be asked.
 */
export async function changedSince(event: Event, git: Git): Promise<string | undefined> {
  const { pullRequest } = event;
  const shallow = await isShallow(git);
  const revision = pullRequest ? await baseOf(pullRequest, git) : event.before;
  if (revision === undefined) {
    notice(`The event ${event.name} names no commit to compare with, so the whole tree is checked.`);
    return undefined;
  }
  const there = await isThere(revision, git, shallow);
  if (shallow && !there)
    throw new ActionError(
      `The input only-changed needs the commit ${revision.slice(0, 12)}, which the shallow clone does not hold: give actions/checkout \`fetch-depth: 0\`.`,
    );
  if (pullRequest && !(await holds(pullRequest.head.sha, git)))
    warning('What is checked out is not the tree of the pull request: its head is not among the commits.');
  if (there) return revision;
  // A push that was forced may leave the commit before behind.
  notice(`The commit ${revision.slice(0, 12)} is not in the clone, so the whole tree is checked.`);
  return undefined;
}

async function isShallow(git: Git): Promise<boolean> {
  const { code, stdout, stderr } = await git('rev-parse', '--is-shallow-repository');
  if (code === 0) return stdout.trim() === 'true';
  throw new ActionError(
    `The input only-changed needs Git, and a repository in the workspace: ${stderr.trim().slice(0, 1000)}`,
  );
}

/** Whether a commit is the one that is checked out, or before it. Of a shallow clone that is not always known. */
async function holds(commit: string, git: Git): Promise<boolean> {
  const known = (await commitOf(git, commit)) !== undefined;
  return known && (await git('merge-base', '--is-ancestor', '--end-of-options', commit, 'HEAD')).code === 0;
}

/** Two commits of a shallow clone may seem to have nothing in common; then everything would seem changed. */
async function isThere(revision: string, git: Git, shallow: boolean): Promise<boolean> {
  if ((await commitOf(git, revision)) === undefined) return false;
  return !shallow || (await git('merge-base', '--end-of-options', revision, 'HEAD')).code === 0;
}

/**
 * Where GitHub merged the pull request for the checkout, the base is what it merged into: it may be newer than the
 * base in the event, whose changes by others would be told too.
 */
async function baseOf({ head, base }: NonNullable<Event['pullRequest']>, git: Git): Promise<string> {
  const [into, merged] = await Promise.all([commitOf(git, 'HEAD^1'), commitOf(git, 'HEAD^2')]);
  return into !== undefined && merged === head.sha ? into : base.sha;
}
