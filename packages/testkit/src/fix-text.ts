import { applyEdits, type FileAnalysis, type Edit } from '@regmigrate/core';

/** What a run applies: nothing, what is safe, or that and what a user must ask for. */
export type FixLevel = 'none' | 'safe' | 'unsafe';

export function editsOf({ findings }: FileAnalysis, level: FixLevel): readonly Edit[] {
  if (level === 'none') return [];
  return findings
    .filter(
      ({ applicability }) => applicability === 'safe' || (level === 'unsafe' && applicability === 'unsafe'),
    )
    .flatMap(({ edits }) => edits);
}

/** The text after a run; throws where an edit was refused, which must never happen to fresh edits. */
export function fixText(text: string, analysis: FileAnalysis, level: FixLevel): string {
  const applied = applyEdits(text, editsOf(analysis, level));
  if (!applied.ok) throw new Error(`refused edits: ${JSON.stringify(applied.refused)}`);
  return applied.text;
}
