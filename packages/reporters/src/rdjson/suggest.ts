import type { Finding, Located, View } from '@regmigrate/core';
import { columnOf } from '../findings/column-of.ts';
import type { ByteColumn } from './byte-columns.ts';

/**
 * The edits of a finding as one replacement on its line. reviewdog offers each suggestion by itself, so edits that
 * only make sense together must be one; those of several lines or
 * findings are left to `regmigrate fix`.
 */
export function suggest(
  finding: Located<Finding>,
  lineOf: View['line'],
  byteColumn: ByteColumn,
): object | undefined {
  const { file, start, edits, together } = finding;
  if (together !== undefined) return undefined;
  const line = lineOf(file, start.line) ?? '';
  const parts = edits.map((edit) => ({ edit, column: columnOf(finding, edit, lineOf) ?? 0 }));
  parts.sort((a, b) => a.column - b.column);
  const first = parts[0];
  if (!first || first.column === 0) return undefined;
  let [text, at] = ['', first.column];
  for (const { edit, column } of parts) {
    text += line.slice(at - 1, column - 1) + edit.text;
    at = column + edit.expected.length;
  }
  const place = (column: number): object => ({
    line: start.line,
    column: byteColumn(file, start.line, column),
  });
  return { range: { start: place(first.column), end: place(at) }, text };
}
