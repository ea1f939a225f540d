import type { Finding } from '@regmigrate/core';
import type { Build } from '../simulate/build.ts';
import { groupByRoot, type Place } from '../simulate/place.ts';
import { describePlace } from './describe.ts';
import type { LinkedSet } from './linked-set.ts';

export interface Collision {
  readonly finding: Finding;
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
    const reason = `after the fix, ${describePlace(name)} would match other images than today`;
    // An entry that has waited for its image is no accident, unless another entry has had the image until now.
    const isAwaited = !now.matches && now.unknown === undefined;
    const others = (byRoot.get(after.sets.find(name.id)) ?? []).filter((place) => {
      const was = sets.get(place);
      if (!moved.has(place) || was === sets.get(name)) return false;
      return !isAwaited || (was?.places.length ?? 0) > 1;
    });
    const concerned = moved.has(name) && !isAwaited ? [name] : others;
    const findings = concerned.flatMap((place) => sets.get(place)?.findings ?? []);
    for (const finding of new Set(findings)) collisions.push({ finding, reason });
  }
  return collisions;
}
