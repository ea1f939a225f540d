import type { FileAnalysis, Finding } from '@regmigrate/core';
import { Verdicts } from './judge/verdicts.ts';
import { lowerUpdates } from './updates/lower-alone.ts';
import { namesOf } from './updates/name-of.ts';

const OVERRIDE =
  'it must stay equal to the name that the resources write, or the override is dropped without a word';
const OVERRIDDEN = 'a kustomization overrides this name by matching it; both must change together';
const TEST = 'what it is compared with may go on having the old name';

/**
 * Names that an override matches, where what the override reaches is not known, are safe nowhere: to rename
 * one side without the other drops the override without a word. Both sides are unsafe then.
 */
export function demoteUnproven(
  analyses: readonly FileAnalysis[],
  verdicts: Verdicts,
  proven: ReadonlySet<Finding>,
): void {
  const findings = analyses.flatMap((analysis) => analysis.findings);
  const matched = new Set<string>();
  for (const finding of findings) {
    if (proven.has(finding)) continue;
    if (finding.context === 'patch-test') verdicts.lower(finding, 'manual', TEST);
    if (finding.context !== 'kustomize-image') continue;
    verdicts.lower(finding, 'unsafe', OVERRIDE);
    for (const name of namesOf(finding)) matched.add(name);
  }
  if (matched.size > 0)
    for (const finding of findings)
      if (namesOf(finding).some((name) => matched.has(name))) verdicts.lower(finding, 'unsafe', OVERRIDDEN);
}

/** The verdicts on texts of which nothing else is known: standard input, and files without a tree. */
export function linkAlone<T extends FileAnalysis>(analyses: readonly T[]): readonly T[] {
  const verdicts = new Verdicts();
  demoteUnproven(analyses, verdicts, new Set());
  lowerUpdates(analyses, verdicts);
  return analyses.map((analysis) => verdicts.apply(analysis));
}
