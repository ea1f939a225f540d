import type { Applicability, Finding } from '@regmigrate/core';
import type { Build } from '../simulate/build.ts';
import type { Place } from '../simulate/place.ts';
import { splitImage } from '../simulate/split-image.ts';
import { findCollisions } from './find-collisions.ts';
import { judgeSet, type Judging } from './judge-set.ts';
import type { LinkedSet } from './linked-set.ts';

/** What `fix` does with and without `--unsafe-fixes`. */
const LEVELS: readonly (readonly Applicability[])[] = [['safe', 'unsafe'], ['safe']];
/** One or two are enough in real trees; then all that is linked is given up. */
const MOST_ROUNDS = 20;

export interface Settling extends Judging {
  readonly places: readonly Place[];
  readonly sets: ReadonlyMap<Place, LinkedSet>;
  /** Builds everything with other values at some places. */
  readonly rebuild: (after: ReadonlyMap<Place, string>) => Build;
}

/**
 * Lowers verdicts until no fix makes an entry match other images than today. Gives the build as it will be
 * when what is safe is fixed.
 */
export function settle(settling: Settling): Build {
  const { build, sets, verdicts } = settling;
  const judgeAll = (): void => new Set(sets.values()).forEach((set) => judgeSet(set, settling));
  judgeAll();
  let last = build;
  for (let round = 0; sets.size > 0; round++) {
    let isSettled = true;
    for (const level of LEVELS) {
      const moved = movedAt(level, settling);
      last = settling.rebuild(
        new Map([...moved].map(([place, finding]) => [place, valueAfter(place, finding)])),
      );
      const collisions = findCollisions({ ...settling, before: build, after: last, moved });
      for (const { finding, verdict, reason } of collisions)
        if (verdicts.lower(finding, verdict, reason)) isSettled = false;
    }
    if (isSettled) break;
    if (round === MOST_ROUNDS) giveUp(settling);
    judgeAll();
  }
  return last;
}

function movedAt(
  level: readonly Applicability[],
  { places, mentions, verdicts }: Settling,
): ReadonlyMap<Place, Finding> {
  const moved = new Map<Place, Finding>();
  for (const place of places) {
    const finding = mentions.findingAt(place);
    const verdict = finding && verdicts.of(finding);
    if (finding && verdict !== 'keep' && verdict !== undefined && level.includes(verdict))
      moved.set(place, finding);
  }
  return moved;
}

/** A finding may go on behind the place, with the tag of `old=new:tag`. */
function valueAfter({ value }: Place, { old, new: next = old }: Finding): string {
  if (value.includes(old)) return value.replace(old, () => next);
  return splitImage(old).name === value ? splitImage(next).name : value;
}

function giveUp({ sets, verdicts }: Settling): void {
  for (const { findings, places } of sets.values())
    if (places.length > 1)
      for (const finding of findings)
        verdicts.lower(finding, 'manual', 'what it is linked to is too entangled to be followed');
}
