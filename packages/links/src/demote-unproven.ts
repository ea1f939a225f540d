import type { FileAnalysis, Finding } from '@regmigrate/core';

const REASON = 'a kustomization overrides this name by matching it; both must change together';

/**
 * Names that an override matches, where what the override reaches is not known, are safe nowhere: to rename
 * one side without the other drops the override without a word. Both sides are unsafe then.
 */
export function demoteUnproven<T extends FileAnalysis>(analyses: readonly T[]): readonly T[] {
  const matched = new Set<string>();
  for (const { findings } of analyses)
    for (const finding of findings)
      if (finding.context === 'kustomize-image') matched.add(nameOf(finding.old));
  if (matched.size === 0) return analyses;
  const demote = <F extends Finding>(finding: F): F =>
    finding.applicability === 'safe' && matched.has(nameOf(finding.old))
      ? { ...finding, applicability: 'unsafe', reason: REASON }
      : finding;
  return analyses.map((analysis) => ({ ...analysis, findings: analysis.findings.map(demote) }));
}

/** A reference without tag and digest; also of Argo CD's `old=new`. */
const nameOf = (reference: string): string => reference.replace(/[@=].*$|:[^/]*$/, '');
