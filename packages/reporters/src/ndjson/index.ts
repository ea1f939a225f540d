import type { Finding, Located, Reporter } from '@regmigrate/core';
import { countReport } from '../count-report.ts';
import { encode, fromCompanion, fromFinding, fromHint, fromKept, fromProblem } from '../json/from-entries.ts';

export default {
  id: 'ndjson',
  summary: 'One JSON object a line, for programs that read as it comes',
  render(report, { line }) {
    const fromFound = (finding: Located<Finding>): object => fromFinding(finding, line);
    const lines = [
      { type: 'summary', version: 1, ...countReport(report) },
      ...typed('finding', report.findings.map(fromFound)),
      ...typed('fixed', report.fixed.map(fromFound)),
      ...typed('kept', report.kept.map(fromKept)),
      ...typed('problem', report.problems.map(fromProblem)),
      ...typed('companion', (report.companions ?? []).map(fromCompanion)),
      ...typed('hint', (report.hints ?? []).map(fromHint)),
    ];
    return lines.map((line) => `${encode(line)}\n`).join('');
  },
  wrote: (head) => /^\{"type":"summary","version":\d+,"files":/.test(head),
} satisfies Reporter;

/** `type` stands first, so that lines can be told apart by how they begin. */
function typed(type: string, entries: readonly object[]): object[] {
  return entries.map((entry) => ({ type, ...entry }));
}
