import type { LinkSets } from './link-sets.ts';

/**
 * Places that carry one value at some moment of a build. Groups are made of groups, so that a base which many
 * overlays use is not copied for each; what an entry has joined is held as one place from then on.
 */
export interface Group {
  members: readonly (Group | number)[];
  /** Tells apart which places are in it, nearly always; sums of groups are sums of their parts. */
  readonly sum: number;
  /** Whether all of it was written by entries before, not by a resource or patch. */
  readonly isWritten: boolean;
}

export const groupOf = (id: number, isWritten = false): Group => ({
  members: [id],
  sum: Math.imul(id + 1, 0x9e3779b1) | 0,
  isWritten,
});

export const mergeGroups = (a: Group, b: Group): Group =>
  a === b ? a : { members: [a, b], sum: (a.sum + b.sum) | 0, isWritten: a.isWritten && b.isWritten };

/** Joins all places of a group with one more. */
export function joinGroup(sets: LinkSets, group: Group, id: number): void {
  const pending: Group[] = [group];
  for (let at = pending.pop(); at; at = pending.pop()) {
    for (const member of at.members)
      if (typeof member === 'number') sets.union(member, id);
      else pending.push(member);
    at.members = [id];
  }
}
