import type { Finding, Kept, Span } from '@regmigrate/core';
import { nameOf } from './name-of.ts';
import { describeLookup, describeTarget, lookupsOf, type Lookup, type Target } from './update-objects.ts';
import type { UpdateObjects } from './update-objects.ts';

/** Findings that change all or not at all, and what that is limited by. */
export interface UpdateSet {
  readonly findings: Set<Finding>;
  readonly limits: Limit[];
}

export interface Limit {
  readonly verdict: 'unsafe' | 'manual';
  readonly reason: string;
}

export interface Surroundings {
  readonly at: (file: string, span: Span) => Finding | Kept | undefined;
  readonly covers: (path: string) => boolean;
}

/** What each automation looks up, with all that it writes. */
export function updateSets(objects: UpdateObjects, around: Surroundings): readonly UpdateSet[] {
  const sets: UpdateSet[] = [];
  const written = new Map<Lookup, Target[]>();
  for (const target of objects.targets) {
    const lookups = lookupsOf(target, objects);
    for (const lookup of lookups) written.set(lookup, [...(written.get(lookup) ?? []), target]);
    const findings = findingsOf(target, around);
    if (lookups.length === 0 && findings.length > 0)
      sets.push({ findings: new Set(findings), limits: [unknownSource(target)] });
  }
  for (const lookup of objects.lookups) {
    const targets = written.get(lookup) ?? [];
    const set = setOf(lookup, targets, around);
    if (set.findings.size > 0) sets.push(set);
  }
  return sets;
}

const unknownSource = (target: Target): Limit => ({
  verdict: 'unsafe',
  reason: `${describeTarget(target)} writes the old name back until what it looks up moves; that is not in this tree`,
});

const findingsOf = ({ file, names }: Target, { at }: Surroundings): readonly Finding[] =>
  names.map((span) => at(file, span)).filter((mention) => mention !== undefined && 'edits' in mention);

function setOf(lookup: Lookup, targets: readonly Target[], around: Surroundings): UpdateSet {
  const own = around.at(lookup.file, lookup.image.span);
  const findings = new Set(targets.flatMap((target) => findingsOf(target, around)));
  const moves = own !== undefined && 'edits' in own;
  const limits = moves ? targets.flatMap((target) => limitsOfTarget(target, own, around)) : [];
  if (moves) {
    findings.add(own);
    if (targets.length === 0)
      limits.push({
        verdict: 'unsafe',
        reason: 'nothing in this tree says what it updates; that must move with it',
      });
  } else if (![...findings].every(({ new: next }) => next && nameOf(next) === nameOf(lookup.image.value)))
    limits.push(limitOfLookup(lookup, around));
  return { findings, limits };
}

/** What a lookup that does not move allows to what is written from it. */
function limitOfLookup(lookup: Lookup, { covers }: Surroundings): Limit {
  const where = describeLookup(lookup);
  if (!covers(lookup.file))
    return {
      verdict: 'manual',
      reason: `${where} writes the old name back, and is outside of the given paths: add ${lookup.file}`,
    };
  return {
    verdict: 'manual',
    reason: `${where} looks up ${lookup.image.value}, and what it finds is written here`,
  };
}

/** What a line that does not move allows to the lookup that it is written from. */
function limitsOfTarget(target: Target, own: Finding, { at, covers }: Surroundings): readonly Limit[] {
  return target.names.flatMap((span): readonly Limit[] => {
    const mention = at(target.file, span);
    if (mention && !('edits' in mention))
      return [
        { verdict: 'manual', reason: `it is written into ${target.file}, which stays: ${mention.reason}` },
      ];
    const holds = nameOf(target.text.slice(span.start, span.end).trim()) === nameOf(own.old);
    if (mention || !holds || covers(target.file)) return [];
    return [
      {
        verdict: 'manual',
        reason: `it is written into ${target.file}, outside of the given paths: add ${target.file}`,
      },
    ];
  });
}
