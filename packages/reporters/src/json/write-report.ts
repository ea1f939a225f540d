import type { Report, View } from '@regmigrate/core';
import { countReport } from '../count-report.ts';
import { encode, fromCompanion, fromFinding, fromHint, fromKept, fromProblem } from './from-entries.ts';

/** The document in pieces, one line an entry, so that no step holds more than one entry twice. */
export function* writeReport(report: Report, line: View['line']): Generator<string> {
  yield `{\n"version": 1,\n"summary": ${encode(countReport(report))}`;
  yield* writeList('findings', report.findings, (finding) => fromFinding(finding, line));
  yield* writeList('fixed', report.fixed, (finding) => fromFinding(finding, line));
  yield* writeList('kept', report.kept, fromKept);
  yield* writeList('problems', report.problems, fromProblem);
  yield* writeList('companions', report.companions ?? [], fromCompanion);
  yield* writeList('hints', report.hints ?? [], fromHint);
  yield '\n}\n';
}

function* writeList<T>(
  name: string,
  entries: readonly T[],
  convert: (entry: T) => object,
): Generator<string> {
  yield `,\n"${name}": [`;
  let separator = '\n';
  for (const entry of entries) {
    yield `${separator}  ${encode(convert(entry))}`;
    separator = ',\n';
  }
  yield entries.length === 0 ? ']' : '\n]';
}
