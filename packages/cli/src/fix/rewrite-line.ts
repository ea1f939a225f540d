import type { Edit } from '@regmigrate/core';

/** An edit, and the column from 1 at which it begins. */
export interface LineEdit {
  readonly column: number;
  readonly edit: Edit;
}

/** A line as it reads after the fix. */
export function rewriteLine(text: string | undefined, edits: readonly LineEdit[]): string | undefined {
  if (text === undefined || edits.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const { column, edit } of edits.toSorted((a, b) => a.column - b.column)) {
    // Two findings may share an edit, and one finding may have edits on two lines.
    if (column - 1 < at || !text.startsWith(edit.expected, column - 1)) continue;
    pieces.push(text.slice(at, column - 1), edit.text);
    at = column - 1 + edit.expected.length;
  }
  return [...pieces, text.slice(at)].join('');
}
