import type { Entry } from './group-by-file.ts';

/** Entries that would read the same but for their lines: the first, and the others that it stands for. */
export interface Fold {
  readonly first: Entry;
  readonly others: readonly Entry[];
}

/** Folds entries of one file that occur more than `most` times; all others stay single. */
export function foldEntries(entries: readonly Entry[], most: number): Fold[] {
  const alike = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = likeness(entry);
    const group = alike.get(key);
    if (group) group.push(entry);
    else alike.set(key, [entry]);
  }
  // A group is told where its first entry stands; each is looked at once, however large it is.
  const folds: Fold[] = [];
  for (const entry of entries) {
    const group = alike.get(likeness(entry)) ?? [];
    if (group.length <= most) folds.push({ first: entry, others: [] });
    else if (group[0] === entry) folds.push({ first: entry, others: group.slice(1) });
  }
  return folds;
}

function likeness(entry: Entry): string {
  const { rule, code, context, old, reason } = entry;
  const verdict = 'applicability' in entry ? entry.applicability : 'keep';
  return JSON.stringify([verdict, rule, code, context, old, entry.new, reason]);
}
