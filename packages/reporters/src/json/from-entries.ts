import type { Companion, Finding, Hint, Kept, Located, LocatedProblem, View } from '@regmigrate/core';
import { columnOf } from '../findings/column-of.ts';
import { escapeControls } from '../text/escape-controls.ts';

export function fromFinding(finding: Located<Finding>, line: View['line']): object {
  const { severity, applicability, reason, together } = finding;
  return {
    ...fromMention(finding, { severity, applicability, reason: reason ?? null }),
    together: together ?? null,
    edits: editsOf(finding, line),
  };
}

/** The edits on the line of the finding; `null` where one of them stands on another. */
function editsOf(finding: Located<Finding>, line: View['line']): readonly object[] | null {
  const edits = [];
  for (const edit of finding.edits) {
    const column = columnOf(finding, edit, line);
    if (column === undefined) return null;
    edits.push({ column, old: edit.expected, new: edit.text });
  }
  return edits;
}

export function fromKept(kept: Located<Kept>): object {
  const verdict = { severity: null, applicability: 'keep', reason: kept.reason };
  return { ...fromMention(kept, verdict), together: null, edits: [] };
}

/** Every entry has every key: `null` stands for what there is none of. */
function fromMention(mention: Located<Finding> | Located<Kept>, verdict: object): object {
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
  };
}

export function fromProblem({ file, code, message, start }: LocatedProblem): object {
  return { file, code, message, line: start?.line ?? null, column: start?.column ?? null };
}

export function fromCompanion({ file, start, kind, old, new: next, why }: Companion): object {
  return { file, line: start.line, column: start.column, kind, old, new: next, why };
}

export function fromHint({ file, code, message }: Hint): object {
  return { file, code, message };
}

export function encode(value: object): string {
  return escapeControls(JSON.stringify(value));
}
