import type { FileAnalysis, Finding, Kept } from '@regmigrate/core';

/** Findings and kept mentions alike, in the order of the text. */
export function mentionsOf({ findings, kept }: FileAnalysis): readonly (Finding | Kept)[] {
  return [...findings, ...kept].toSorted((a, b) => a.span.start - b.span.start);
}
