import type { Finding, Kept, Span } from '@regmigrate/core';
import { nameOf, newNamesOf } from './name-of.ts';
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
  /** What was found first in a scalar. */
  readonly at: (file: string, span: Span) => Finding | Kept | undefined;
  /** The findings of a file that open a reference which goes on in other keys, and ends in this path. */
  readonly splitIn: (file: string, path: string) => readonly Finding[];
  readonly covers: (path: string) => boolean;
}

/** What each automation looks up, with all that it writes. */
export function updateSets(objects: UpdateObjects, around: Surroundings): readonly UpdateSet[] {
  const sets: UpdateSet[] = [];
  const written = new Map(objects.lookups.map((lookup): [Lookup, Target[]] => [lookup, []]));
  for (const target of objects.targets) {
    const lookups = lookupsOf(target, objects);
    for (const lookup of lookups) written.get(lookup)?.push(target);
    if (lookups.length > 0) continue;
    const findings = findingsOf([target], around);
    if (findings.size > 0) sets.push({ findings, limits: [unknownSource(target)] });
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

/** All that is written by an automation; a path that many lines have is looked up once. */
function findingsOf(targets: readonly Target[], { at, splitIn }: Surroundings): Set<Finding> {
  const found = new Set<Finding>();
  const paths = new Map<string, Set<string>>();
  for (const target of targets) {
    const { file } = target;
    for (const span of [...target.names, ...target.domains]) {
      const mention = at(file, span);
      if (mention && 'edits' in mention) found.add(mention);
    }
    const known = paths.get(file) ?? new Set();
    for (const path of pathsOf(target)) known.add(path);
    paths.set(file, known);
  }
  for (const [file, inFile] of paths)
    for (const path of inFile) for (const finding of splitIn(file, path)) found.add(finding);
  return found;
}

const textAt = ({ text }: Target, { start, end }: Span): string => text.slice(start, end).trim();

/** What a tag is written beside, where that may be a path whose registry stands elsewhere. */
const pathsOf = (target: Target): readonly string[] =>
  target.part === 'tag' && target.domains.length === 0
    ? target.names.map((span) => nameOf(textAt(target, span))).filter(Boolean)
    : [];

function setOf(lookup: Lookup, targets: readonly Target[], around: Surroundings): UpdateSet {
  const own = around.at(lookup.file, lookup.image.span);
  const findings = findingsOf(targets, around);
  const moves = own !== undefined && 'edits' in own;
  const limits = moves ? targets.flatMap((target) => limitsOfTarget(target, own, around)) : [];
  if (moves) {
    findings.add(own);
    if (targets.length === 0)
      limits.push({
        verdict: 'unsafe',
        reason: 'nothing in this tree says what it updates; that must move with it',
      });
  } else if (![...findings].every((finding) => newNamesOf(finding).includes(nameOf(lookup.image.value))))
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
function limitsOfTarget(target: Target, own: Finding, around: Surroundings): readonly Limit[] {
  const { file, names, domains } = target;
  const mentions = [...names, ...domains].flatMap((span) => around.at(file, span) ?? []);
  const stays = mentions
    .filter((mention) => !('edits' in mention))
    .map(({ reason = '' }): Limit => {
      return { verdict: 'manual', reason: `it is written into ${file}, which stays: ${reason}` };
    });
  const isSplit = pathsOf(target).some((path) => around.splitIn(file, path).length > 0);
  if (mentions.length > 0 || isSplit) return stays;
  const held = holds(target, nameOf(own.old));
  if (held === 'no' || (held === 'yes' && around.covers(file))) return [];
  if (!around.covers(file))
    return [
      { verdict: 'manual', reason: `it is written into ${file}, outside of the given paths: add ${file}` },
    ];
  return [{ verdict: 'unsafe', reason: `which registry it is written for in ${file} is told elsewhere` }];
}

/** Whether an automation writes a line for an image of this name; a path without a registry may be it. */
function holds(target: Target, name: string): 'yes' | 'no' | 'maybe' {
  const names = target.names.map((span) => nameOf(textAt(target, span)));
  const domains = target.domains.map((span) => textAt(target, span).replace(/\/$/, ''));
  const whole = domains.flatMap((domain) => names.map((path) => `${domain}/${path}`));
  if ([...names, ...whole].includes(name)) return 'yes';
  return domains.length === 0 && pathsOf(target).some((path) => name.endsWith(`/${path}`)) ? 'maybe' : 'no';
}
