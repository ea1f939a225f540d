import type { Companion, Edit, FileProblem, Finding, Located } from '@regmigrate/core';
import type { AnalyzedFile, SourceStamp } from '@regmigrate/scanner';
import { fixProblem } from './fix-problem.ts';
import { leaveOut, setsIn } from './keep-sets-whole.ts';

/** What will be done to one file. */
export interface PlannedFile {
  readonly source: SourceStamp;
  /** In the order of the text; none touches another. */
  readonly edits: readonly Edit[];
  readonly findings: readonly Located<Finding>[];
  /** What changes beside references; its edits are among `edits`. */
  readonly companions?: readonly Companion[];
}

export interface FixPlan {
  readonly files: readonly PlannedFile[];
  readonly problems: readonly FileProblem[];
}

/** Chooses the fixes to make: the safe ones, and with `unsafe` the likely ones too. */
export function planFixes(files: readonly AnalyzedFile[], options: { readonly unsafe: boolean }): FixPlan {
  const planned: PlannedFile[] = [];
  const refused: PlannedFile[] = [];
  const problems: FileProblem[] = [];
  for (const { analysis, source } of files) {
    const findings = analysis.findings.filter(
      ({ applicability, edits }) =>
        edits.length > 0 && (applicability === 'safe' || (options.unsafe && applicability === 'unsafe')),
    );
    if (findings.length === 0) continue;
    const edits = inOrder(findings.flatMap((finding) => finding.edits));
    const clash = edits.find((edit, index) => overlaps(edits[index - 1], edit));
    if (clash === undefined) planned.push({ source, edits, findings });
    else {
      problems.push({ ...fixProblem(source.path, 'overlap'), span: clash.span });
      refused.push({ source, edits, findings });
    }
  }
  const whole = leaveOut(planned, setsIn(refused));
  return { files: whole.files, problems: [...problems, ...whole.problems] };
}

/** Sorted; an edit that two findings share is made once. */
function inOrder(edits: readonly Edit[]): readonly Edit[] {
  const sorted = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return sorted.filter((edit, index) => !isSame(sorted[index - 1], edit));
}

function isSame(a: Edit | undefined, b: Edit): boolean {
  return a !== undefined && a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;
}

/** Two insertions at one place clash as well: their order is not known. */
function overlaps(before: Edit | undefined, edit: Edit): boolean {
  return before !== undefined && (edit.span.start < before.span.end || edit.span.start === before.span.start);
}
