import type { Finding } from '@regmigrate/core';
import type { Build } from '../simulate/build.ts';
import { groupByRoot, type Place } from '../simulate/place.ts';
import { describePlace } from './describe.ts';
import type { LinkedSet } from './linked-set.ts';

export interface Collision {
  readonly finding: Finding;
  /** Unsafe where an entry applies again that has waited for its image: people may want it, or have forgotten it. */
  readonly verdict: 'manual' | 'unsafe';
  readonly reason: string;
}

interface Comparison {
  readonly before: Build;
  readonly after: Build;
  readonly places: readonly Place[];
  /** As they are before. */
  readonly sets: ReadonlyMap<Place, LinkedSet>;
  /** The findings that the fix in question moves, by place. */
  readonly moved: ReadonlyMap<Place, Finding>;
}

/** Fixes after which an entry would change other images than it does now. */
export function findCollisions({ before, after, places, sets, moved }: Comparison): readonly Collision[] {
  const collisions: Collision[] = [];
  const byRoot = groupByRoot(places, after.sets);
  for (const [entry, then] of after.reaches) {
    const now = before.reaches.get(entry);
    if (!now || now.sum === then.sum) continue;
    const { name } = then.placed;
    // What matches nothing today has waited for its image, or been forgotten.
    const isIdle = !now.matches && now.unknowns.size === 0;
    if (isIdle && !then.changes) continue;
    const met = (byRoot.get(after.sets.find(name.id)) ?? []).filter(
      (place) => sets.get(place) !== sets.get(name),
    );
    // An image that another entry has had until now would get this one's tag.
    const isTaken = met.some((place) => (sets.get(place)?.places.length ?? 0) > 1);
    const verdict = isIdle && !isTaken && !moved.has(name) ? 'unsafe' : 'manual';
    const reason = isIdle
      ? `after the fix ${describePlace(name)} would apply, which matches nothing today`
      : `after the fix ${describePlace(name)} would match other images than today`;
    const touched = moved.has(name) ? [name] : met.filter((place) => moved.has(place));
    const concerned =
      touched.length > 0 ? touched : writersFor(name, before).filter((place) => moved.has(place));
    for (const finding of new Set(concerned.flatMap((place) => sets.get(place)?.findings ?? [])))
      collisions.push({ finding, verdict, reason });
  }
  return collisions;
}

/** The names of entries that write what this one matches; sorted by their new names, they may come too late. */
const writersFor = (name: Place, { reaches, sets }: Build): readonly Place[] =>
  [...reaches.values()]
    .filter(({ placed: { newName } }) => newName && sets.find(newName.id) === sets.find(name.id))
    .map(({ placed }) => placed.name);
