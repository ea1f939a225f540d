import type { Span } from '@regmigrate/core';

/** Which marks begin a comment, beside those of templates. */
export interface CommentMarks {
  readonly hash?: 'anywhere' | 'line-start';
  readonly slashes?: boolean;
  readonly semicolon?: boolean;
  readonly markup?: boolean;
}

const CANDIDATE = /"""|'''|["'`#;]|\/\/|\/\*|<!--|\{#/g;
/** Where a comment ends that begins with such a mark; the others end with their line. */
const ENDS: Readonly<Record<string, string>> = { '/*': '*/', '<!--': '-->', '{#': '#}' };

/** How far a line is looked at to the left: some files are one line of many megabytes. In UTF-16 units. */
const REACH = 1000;

/**
 * The comments of a text in a language that is known by its marks alone. A quote that its line does not close is
 * an apostrophe; those that may run over lines (three of them, or backticks) are closed anywhere. One pass.
 */
export function scanComments(text: string, marks: CommentMarks): readonly Span[] {
  const comments: Span[] = [];
  const candidate = new RegExp(CANDIDATE);
  for (let found = candidate.exec(text); found; found = candidate.exec(text)) {
    const { 0: mark, index } = found;
    if (/["'`]/.test(mark)) {
      candidate.lastIndex = endOfString(text, index, mark, marks);
      continue;
    }
    if (!begins(text, index, mark, marks)) continue;
    const end = endOfComment(text, index, mark);
    comments.push({ start: index, end });
    candidate.lastIndex = end;
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

function endOfComment(text: string, at: number, mark: string): number {
  const end = ENDS[mark];
  if (end === undefined) return lineEnd(text, at);
  const found = text.indexOf(end, at + mark.length);
  return found < 0 ? text.length : found + end.length;
}

function endOfString(text: string, at: number, mark: string, marks: CommentMarks): number {
  const behind = at + mark.length;
  if (marks.markup) return behind;
  const limit = mark.length === 3 || mark === '`' ? text.length : lineEnd(text, at);
  for (let end = behind; end < limit; end++) {
    if (text[end] === '\\') end++;
    else if (text.startsWith(mark, end)) return end + mark.length;
  }
  return behind;
}

export function lineEnd(text: string, at: number): number {
  const found = /[\r\n]/g;
  found.lastIndex = at;
  return found.exec(text)?.index ?? text.length;
}
