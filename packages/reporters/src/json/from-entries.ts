import type { Companion, Finding, Hint, Kept, Located, LocatedProblem } from '@regmigrate/core';
import { escapeControls } from '../text/escape-controls.ts';

export function fromFinding(finding: Located<Finding>): object {
  const { severity, applicability, reason } = finding;
  return fromMention(finding, { severity, applicability, reason: reason ?? null }, finding.together);
}

export function fromKept(kept: Located<Kept>): object {
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
