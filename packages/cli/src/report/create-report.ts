import type { Companion, Finding, Hint, Kept, Located, LocatedProblem, Report } from '@regmigrate/core';
import type { Searched } from '../search/search.ts';

interface Outcome {
  readonly fixed: readonly Located<Finding>[];
  /** What is left in place of the findings of the search. */
  readonly findings: readonly Located<Finding>[];
  readonly problems: readonly LocatedProblem[];
  readonly companions?: readonly Companion[];
  readonly hints?: readonly Hint[];
}

/** Puts the files of a run together. They are sorted, so the lists are. */
export function createReport(command: Report['command'], searched: Searched, outcome?: Outcome): Report {
  const { filesScanned, files } = searched;
  const analyses = files.map(({ analysis }) => analysis);
  const problems = [
    ...searched.problems,
    ...analyses.flatMap((analysis) => analysis.problems),
    ...(outcome?.problems ?? []),
  ];
  return {
    command,
    filesScanned,
    findings: outcome?.findings ?? analyses.flatMap(({ findings }): readonly Located<Finding>[] => findings),
    kept: analyses.flatMap(({ kept }): readonly Located<Kept>[] => kept),
    fixed: outcome?.fixed ?? [],
    companions: outcome?.companions ?? [],
    hints: [...searched.hints, ...(outcome?.hints ?? [])],
    problems: problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
  };
}
