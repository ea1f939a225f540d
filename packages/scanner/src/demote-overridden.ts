import type { Finding, Located } from '@regmigrate/core';
import type { AnalyzedFile } from './scan.ts';

const REASON = 'a kustomization overrides this name by matching it; both must change together';

/**
 * Names that a kustomization's `images` match are safe nowhere: to rename the resource without the entry
 * drops the override without a word. Both are unsafe then, and change together when that is asked for.
 */
export function demoteOverridden(files: readonly AnalyzedFile[]): readonly AnalyzedFile[] {
  const matched = new Set<string>();
  for (const { analysis } of files)
    for (const finding of analysis.findings)
      if (finding.context === 'kustomize-image') matched.add(nameOf(finding.old));
  if (matched.size === 0) return files;
  const demote = (finding: Located<Finding>): Located<Finding> =>
    finding.applicability === 'safe' && matched.has(nameOf(finding.old))
      ? { ...finding, applicability: 'unsafe', reason: REASON }
      : finding;
  return files.map((file) => ({
    ...file,
    analysis: { ...file.analysis, findings: file.analysis.findings.map(demote) },
  }));
}

/** A reference without tag and digest; also of Argo CD's `old=new`. */
const nameOf = (reference: string): string => reference.replace(/[@=].*$|:[^/]*$/, '');
