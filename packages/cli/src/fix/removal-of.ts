import type { Edit, Span } from '@regmigrate/core';

/** A comment, and no annotation of an object. Dashes in a template take the line breaks around it away. */
const REMOVABLE = /^(?:#|\/\/|\/\*|<!--|\{\{(?!-)|\{#(?!-)|;)/;

/** Takes a comment out of a text: with its line where it stands alone, else with the blanks before it. */
export function removalOf(text: string, { start, end }: Span): Edit | undefined {
  const written = text.slice(start, end);
  if (!REMOVABLE.test(written) || /-[}%]\}$/.test(written)) return undefined;
  const above = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1));
  // A byte order mark is no part of the line.
  const line = above < 0 && text.startsWith('\uFEFF') ? 1 : above + 1;
  const break_ = /^[ \t]*(\r\n|\n|\r|$)/.exec(text.slice(end, end + LONGEST));
  const indent = /[ \t]*$/.exec(text.slice(Math.max(line, start - LONGEST), start))?.[0] ?? '';
  const isFirst = start - indent.length === line;
  if (!break_) return isFirst ? undefined : edit(text, start - indent.length, end);
  if (!isFirst) return edit(text, start - indent.length, end + break_[0].length - (break_[1] ?? '').length);
  return edit(text, line, end + break_[0].length);
}

/** Blanks that are looked through; in UTF-16 units. */
const LONGEST = 1000;

const edit = (text: string, start: number, end: number): Edit => ({
  span: { start, end },
  expected: text.slice(start, end),
  text: '',
});
