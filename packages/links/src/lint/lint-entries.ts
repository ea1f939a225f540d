import type { Finding } from '@regmigrate/core';
import { locatorOfPart, type Entry } from '../kustomize/entry.ts';
import type { Reach } from '../simulate/apply-entry.ts';
import type { Build } from '../simulate/build.ts';
import type { Place } from '../simulate/place.ts';
import { namePatternOf } from '../simulate/name-pattern.ts';

export const lintRule = 'kustomize-images';

/** One sentence for each thing that is odd about an entry. */
const messages = {
  'matches-nothing': '{name} is the name of no image here, so this entry changes nothing',
  'matches-after-fix': '{name} is the name of no image here yet; after the fix this entry applies again',
  'matches-written-name': '{name} is matched only because another entry writes it',
  'same-name-twice':
    'another entry of this kustomization has the name {name} as well; both apply, one after the other',
  'name-is-pattern': '{name} is taken for a regular expression, so it does not match these very characters',
  'name-with-tag': '{name} matches only images that have this tag or digest',
} as const;

export type LintCode = keyof typeof messages;

export interface Linting {
  readonly before: Build;
  /** As it will be when what is safe is fixed. */
  readonly after: Build;
  readonly isLinted: (file: string) => boolean;
  readonly isRetired: (place: Place) => boolean;
}

/** What is odd about the entries that a run has met. */
export function* lintEntries({ before, after, isLinted, isRetired }: Linting): Generator<Finding> {
  const seen = new Set<string>();
  for (const [entry, reach] of before.reaches) {
    if (!isLinted(entry.file)) continue;
    for (const code of codesOf(reach, after.reaches.get(entry)))
      // Chains of other names are no concern of ours, and mostly meant.
      if (code !== 'matches-written-name' || isRetired(reach.placed.name)) yield lintFinding(entry, code);
    const key = `${entry.file} ${entry.locator.replace(/\[\d+\]$/, '')} ${entry.name.value}`;
    if (seen.has(key) && entry.locator.startsWith('images')) yield lintFinding(entry, 'same-name-twice');
    seen.add(key);
  }
}

function* codesOf(now: Reach, then: Reach | undefined): Generator<LintCode> {
  const pattern = namePatternOf(now.placed.name.value);
  if (pattern.kind === 'pattern') yield 'name-is-pattern';
  if (pattern.kind === 'tagged') yield 'name-with-tag';
  if (now.unknowns.size > 0) return;
  if (!now.matches) yield then?.matches === true ? 'matches-after-fix' : 'matches-nothing';
  else if (now.onlyWritten) yield 'matches-written-name';
}

function lintFinding(entry: Entry, code: LintCode): Finding {
  const { file, name } = entry;
  const message = messages[code].replace('{name}', name.value);
  return {
    file,
    span: name.span,
    rule: lintRule,
    code,
    message,
    context: 'kustomize-image',
    locator: locatorOfPart(entry, 'name'),
    old: name.value,
    severity: 'warning',
    applicability: 'manual',
    reason: message,
    edits: [],
  };
}
