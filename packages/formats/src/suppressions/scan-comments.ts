import type { Span } from '@regmigrate/core';
import type { CommentMarks } from './comment-marks.ts';
import { Heredocs } from './heredocs.ts';
import { LineCursor } from './line-cursor.ts';
import { Strings } from './strings.ts';

const CANDIDATE = /"""|'''|["'`#;]|\/\/|\/\*|<!--|\{#|<</g;
/** Where a comment ends that begins with such a mark; the others end with their line. */
const ENDS: Readonly<Record<string, string>> = { '/*': '*/', '<!--': '-->', '{#': '#}' };

/** How far a line is looked at to the left: some files are one line of many megabytes. In UTF-16 units. */
const REACH = 1000;

/** The comments of a text in a language that is known by its marks alone, without what strings hold. One pass. */
export function scanComments(text: string, marks: CommentMarks): readonly Span[] {
  const comments: Span[] = [];
  const candidate = new RegExp(CANDIDATE);
  const lines = new LineCursor(text);
  const strings = new Strings(text, marks, lines);
  const heredocs = new Heredocs(text, marks);
  for (let found = candidate.exec(text); found; found = candidate.exec(text)) {
    const { 0: mark, index } = found;
    const behind = heredocs.skip(index);
    if (behind > index) candidate.lastIndex = behind;
    else if (mark === '<<') heredocs.open(index, lines.endOf(index));
    else if (/["'`]/.test(mark)) candidate.lastIndex = strings.endOf(index, mark);
    else if (begins(text, index, mark, marks)) {
      const end = endOfComment(text, index, mark, lines);
      comments.push({ start: index, end });
      candidate.lastIndex = end;
    }
  }
  return comments;
}

function begins(text: string, at: number, mark: string, marks: CommentMarks): boolean {
  const near = text.slice(Math.max(0, at - REACH), at);
  const line = near.slice(near.lastIndexOf('\n') + 1);
  if (mark === '#') {
    const atStart = /^[\s\uFEFF]*$/.test(line);
    return marks.hash === 'anywhere' ? atStart || /\s$/.test(line) : marks.hash === 'line-start' && atStart;
  }
  if (mark === ';') return marks.semicolon === true && /^\s*$/.test(line);
  if (mark === '<!--') return marks.markup === true;
  // What stands behind a colon is an address.
  return mark === '{#' || (marks.slashes === true && !(mark === '//' && line.endsWith(':')));
}

function endOfComment(text: string, at: number, mark: string, lines: LineCursor): number {
  const end = ENDS[mark];
  if (end === undefined) return lines.endOf(at);
  const found = text.indexOf(end, at + mark.length);
  return found < 0 ? text.length : found + end.length;
}
