import type { Finding } from '@regmigrate/core';
import type { Build } from '../simulate/build.ts';
import { groupByRoot, type Place } from '../simulate/place.ts';
import type { Mentions } from './mentions.ts';

/** Places that must change together, at least one of which holds a retired name. */
export interface LinkedSet {
  /** The same in every run on the same files: where its first place stands. */
  readonly id: string;
  readonly places: readonly Place[];
  readonly findings: readonly Finding[];
}

/** All sets, by each place in them. A place that nothing is linked to is a set of its own. */
export function linkedSets(
  build: Build,
  places: readonly Place[],
  mentions: Mentions,
): ReadonlyMap<Place, LinkedSet> {
  const byRoot = groupByRoot(places, build.sets);
  const sets = new Map<Place, LinkedSet>();
  for (const members of byRoot.values()) {
    const findings = members.flatMap((place) => mentions.findingAt(place) ?? []);
    if (findings.length === 0) continue;
    const sorted = members.toSorted((a, b) => compare(a.file, b.file) || a.start - b.start);
    const [first] = sorted;
    if (!first) continue;
    const set = { id: `kustomize:${first.file}:${first.start}`, places: sorted, findings };
    for (const place of sorted) sets.set(place, set);
  }
  return sets;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
