import type { Applicability, Finding } from '@regmigrate/core';
import type { Reach } from '../simulate/apply-entry.ts';
import type { Build } from '../simulate/build.ts';
import type { Unknown } from '../simulate/image-state.ts';
import { namePatternOf } from '../simulate/name-pattern.ts';
import type { Place } from '../simulate/place.ts';
import { describePlace, describeUnknown } from './describe.ts';
import type { LinkedSet } from './linked-set.ts';
import type { Mentions } from './mentions.ts';
import type { Verdicts } from './verdicts.ts';

export interface Judging {
  readonly build: Build;
  /** Entries by the place of their name. */
  readonly reaches: ReadonlyMap<Place, Reach>;
  readonly mentions: Mentions;
  readonly verdicts: Verdicts;
  /** Whether a file lies in what the user asked to fix. */
  readonly covers: (path: string) => boolean;
}

interface Limit {
  readonly verdict: Applicability | 'keep';
  readonly reason: string;
  /** Whose limit it is; the others are told that they depend on it. */
  readonly finding?: Finding;
}

/** Gives all findings of a set what the weakest place in it allows. */
export function judgeSet(set: LinkedSet, judging: Judging): void {
  const { verdicts } = judging;
  for (const { verdict, reason, finding: own } of limitsOf(set, judging))
    for (const finding of set.findings) if (finding !== own) verdicts.lower(finding, verdict, reason);
  if (set.findings.length > 1) for (const finding of set.findings) verdicts.bind(finding, set.id);
}

function* limitsOf(set: LinkedSet, judging: Judging): Generator<Limit> {
  const { reaches, build } = judging;
  const isLocal = set.places.some(({ role }) => role !== 'name');
  for (const place of set.places) {
    if (set.places.length > 1) yield* limitOfMember(place, judging);
    const reach = reaches.get(place);
    const [unknown] = reach?.unknowns ?? [];
    if (unknown && isLocal)
      yield {
        verdict: 'manual',
        reason: `${describeUnknown(unknown)} is not known and may need the old name; add an entry for the new name beside ${describePlace(place)}`,
      };
    else if (reach && unknown) yield limitOfRemote(reach, unknown, judging);
    else if (reach && !reach.matches)
      yield {
        verdict: 'unsafe',
        reason: 'no image here has this name, so the entry changes nothing today; renamed, it may',
      };
    if (place.role === 'test' && build.tests.get(place) !== true)
      yield {
        verdict: 'manual',
        reason: 'a patch must find this very value, and where it comes from is not known',
      };
  }
}

/** What a place allows the others to do. */
function* limitOfMember(place: Place, { mentions, verdicts, covers }: Judging): Generator<Limit> {
  const mention = mentions.at(place);
  const where = describePlace(place);
  if (!mention) {
    const isPattern = place.role === 'name' && namePatternOf(place.value).kind === 'pattern';
    if (!covers(place.file))
      yield {
        verdict: 'manual',
        reason: `it must change together with ${where}, outside of the given paths: add ${place.file}`,
      };
    else if (isPattern)
      yield { verdict: 'unsafe', reason: `${where} is a pattern, which may match the old name only` };
    else
      yield {
        verdict: 'manual',
        reason: `it must change together with ${where}, which holds no name that this run may change`,
      };
    return;
  }
  if (!('edits' in mention)) {
    yield { verdict: 'manual', reason: `${where} must change with it and stays: ${mention.reason}` };
    return;
  }
  const verdict = verdicts.of(mention);
  if (verdict === 'safe') return;
  const reason = verdicts.reasonOf(mention) ?? mention.message;
  yield {
    verdict: verdict === 'keep' ? 'manual' : verdict,
    reason: `it changes together with ${where}: ${reason}`,
    finding: mention,
  };
}

/** An entry of which nothing local is known to be matched. */
function limitOfRemote({ placed }: Reach, unknown: Unknown, { mentions }: Judging): Limit {
  const { name, newName } = placed;
  const source = describeUnknown(unknown);
  const isMoved = newName !== undefined && !mentions.at(newName);
  if (isMoved && unknown.what === 'remote')
    return {
      verdict: 'keep',
      reason: `${source} has this name until its owner changes it; the entry already leads away from it`,
    };
  const finding = mentions.findingAt(name);
  const advice = newName ? '' : `; add newName: ${finding?.new ?? ''} to pull from the new registry now`;
  return {
    verdict: 'manual',
    reason: `${source} decides this name; change it here when that has changed${advice}`,
  };
}
