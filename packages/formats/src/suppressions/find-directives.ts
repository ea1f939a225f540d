import type { CommentTest } from './comment-test.ts';
import { Closers } from './closers.ts';
import type { Directive } from './directive.ts';
import { LineCursor } from './line-cursor.ts';
import { readSaid } from './read-said.ts';

/** The mark of a comment, and the word behind it. */
const DIRECTIVE =
  /(#|\/\/|\/\*|<!--|\{\{-?\s*\/\*|\{#|;)[!*#/]{0,3}[ \t]{0,20}regmigrate-(ignore-file|ignore|disable|enable)(?![\w-])/g;

/** The comments that speak to us, in the order of the text. The word must be the first of its comment. */
export function findDirectives(text: string, commentAt: CommentTest): readonly Directive[] {
  const lines = new LineCursor(text);
  const closers = new Closers(text);
  // Each stretch of the text is looked at once, whatever it holds.
  let [line, last, isBlank] = [0, 0, true];
  return Array.from(text.matchAll(DIRECTIVE)).flatMap((match): readonly Directive[] => {
    const { 0: all, 1: mark = '', 2: kind, index: start } = match;
    const between = text.slice(last, start);
    const newline = Math.max(between.lastIndexOf('\n'), between.lastIndexOf('\r'));
    if (newline >= 0) line = last + newline + 1;
    isBlank = (newline >= 0 || isBlank) && isEmpty(between.slice(newline + 1));
    const alone = isBlank;
    last = start;
    const scope = commentAt(start);
    if (!scope) return [];
    const behind = start + all.length;
    const { opens, end } = closers.after(behind, mark);
    const lineEnd = lines.endOf(behind);
    const said = readSaid(text.slice(behind, Math.min(opens, lineEnd)));
    return [
      {
        kind: kind as Directive['kind'],
        span: { start, end: Math.min(end, text.length) },
        scope,
        line,
        alone: alone && closers.endsLine(end),
        ...said,
      },
    ];
  });
}

const isEmpty = (text: string): boolean => text.replace('\uFEFF', '').trim() === '';
