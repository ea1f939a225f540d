import {
  LineIndex,
  type FileAnalysis,
  type Finding,
  type Kept,
  type Located,
  type LocatedProblem,
  type Span,
} from '@regmigrate/core';

/** An analysis with its places as people count them. */
export interface LocatedAnalysis extends FileAnalysis {
  readonly findings: readonly Located<Finding>[];
  readonly kept: readonly Located<Kept>[];
  readonly problems: readonly LocatedProblem[];
}

export function locate(analysis: FileAnalysis, text: string): LocatedAnalysis {
  const lines = new LineIndex(text);
  const place = ({ start, end }: Span) => ({ start: lines.at(start), end: lines.at(end) });
  return {
    file: analysis.file,
    findings: analysis.findings.map((finding) => ({
      ...finding,
      ...place(finding.span),
      edits: finding.edits.map((edit) => ({ ...edit, start: lines.at(edit.span.start) })),
    })),
    kept: analysis.kept.map((kept) => ({ ...kept, ...place(kept.span) })),
    problems: analysis.problems.map((problem) =>
      problem.span === undefined ? problem : { ...problem, start: lines.at(problem.span.start) },
    ),
  };
}
