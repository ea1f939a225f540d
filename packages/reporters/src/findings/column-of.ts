import type { Edit, Finding, Located, View } from '@regmigrate/core';

/** The column, in UTF-16 units from 1, at which an edit begins; undefined unless it is on the finding's own line. */
export function columnOf(
  { file, start, span }: Located<Finding>,
  edit: Edit,
  line: View['line'],
): number | undefined {
  const column = start.column + edit.span.start - span.start;
  if (column < 1) return undefined;
  return line(file, start.line)?.startsWith(edit.expected, column - 1) ? column : undefined;
}
