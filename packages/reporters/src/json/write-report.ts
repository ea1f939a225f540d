import type { Companion, Finding, Hint, Kept, Located, LocatedProblem, Report } from '@regmigrate/core';
import { countReport } from '../count-report.ts';
import { escapeControls } from '../text/escape-controls.ts';

/** The document in pieces, one line an entry, so that no step holds more than one entry twice. */
export function* writeReport(report: Report): Generator<string> {
  yield `{\n"version": 1,\n"summary": ${encode(countReport(report))}`;
  yield* writeList('findings', report.findings, fromFinding);
  yield* writeList('fixed', report.fixed, fromFinding);
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

function fromFinding(finding: Located<Finding>): object {
  const { severity, applicability, reason } = finding;
  return fromMention(finding, { severity, applicability, reason: reason ?? null }, finding.together);
}

function fromKept(kept: Located<Kept>): object {
  return fromMention(kept, { severity: null, applicability: 'keep', reason: kept.reason });
}

/** Every entry has every key: `null` stands for what there is none of. */
function fromMention(mention: Located<Finding> | Located<Kept>, verdict: object, together?: string): object {
  return {
    file: mention.file,
    line: mention.start.line,
    column: mention.start.column,
    endLine: mention.end.line,
    endColumn: mention.end.column,
    rule: mention.rule,
    code: mention.code,
    message: mention.message,
    ...verdict,
    context: mention.context,
    locator: mention.locator ?? null,
    member: mention.member ?? null,
    old: mention.old,
    new: mention.new ?? null,
    together: together ?? null,
  };
}

function fromProblem({ file, code, message, start }: LocatedProblem): object {
  return { file, code, message, line: start?.line ?? null, column: start?.column ?? null };
}

function fromCompanion({ file, start, kind, old, new: next, why }: Companion): object {
  return { file, line: start.line, column: start.column, kind, old, new: next, why };
}

function fromHint({ file, code, message }: Hint): object {
  return { file, code, message };
}

function encode(value: object): string {
  return escapeControls(JSON.stringify(value));
}
