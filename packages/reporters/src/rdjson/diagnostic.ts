import type { Finding, Kept, Located, LocatedProblem, View } from '@regmigrate/core';
import { changeOf } from '../findings/change-of.ts';
import { codeOf } from '../findings/code-of.ts';
import { levelOf } from '../findings/level-of.ts';
import { saidOf } from '../findings/said-of.ts';
import { rulePage } from '../home-page.ts';
import { showBytes } from '../text/show-bytes.ts';
import { toPrintable } from '../text/to-printable.ts';
import type { ByteColumn } from './byte-columns.ts';
import { suggest } from './suggest.ts';

const SEVERITIES = { error: 'ERROR', warning: 'WARNING', note: 'INFO' } as const;

export function fromFinding(finding: Located<Finding>, line: View['line'], byteColumn: ByteColumn): object {
  const { file, start, end, member } = finding;
  // A column that is not known in bytes is left out; a packed file has none.
  const place = (position: { line: number; column: number }): object => {
    const column = member ? undefined : byteColumn(file, position.line, position.column);
    return { line: position.line, ...(column !== undefined && { column }) };
  };
  const range = { start: place(start), end: place(end) };
  const suggestion = suggest(finding, line, byteColumn);
  return {
    ...common(finding),
    location: { path: showBytes(file), range },
    severity: SEVERITIES[levelOf(finding)],
    ...(suggestion && { suggestions: [suggestion] }),
  };
}

export function fromKept(kept: Located<Kept>): object {
  const range = { start: { line: kept.start.line } };
  return { ...common(kept), location: { path: showBytes(kept.file), range }, severity: SEVERITIES.note };
}

export function fromProblem({ file, code, message, start }: LocatedProblem): object {
  return {
    message: toPrintable(message),
    code: { value: `problem/${code}` },
    location: { path: showBytes(file), ...(start && { range: { start: { line: start.line } } }) },
    severity: SEVERITIES.warning,
  };
}

function common(mention: Finding | Kept): object {
  return {
    message: `${changeOf(mention)}: ${saidOf(mention)}`,
    code: { value: codeOf(mention), url: rulePage(mention.rule) },
  };
}
