import type { Span } from '@regmigrate/core';
import type { CommentTest } from './comment-test.ts';
import { lineEnd } from './scan-comments.ts';

export interface Directive {
  readonly kind: 'ignore' | 'ignore-file' | 'disable' | 'enable';
  /** The comment, from its mark to its end. */
  readonly span: Span;
  /** Where its line begins. */
  readonly line: number;
  /** Whether nothing else stands on its lines. */
  readonly alone: boolean;
  readonly rules: readonly string[];
  readonly reason?: string;
}

/** The mark of a comment, the word behind it, rules in brackets, and a reason behind a colon. */
const DIRECTIVE =
  /(#|\/\/|\/\*|<!--|\{\{-?\s*\/\*|\{#|;)[!*#/]{0,3}[ \t]{0,20}regmigrate-(ignore-file|ignore|disable|enable)(?![\w-])(?:\[([^\]\r\n]{0,500})\])?(?:[ \t]*:[ \t]*([^\r\n]*))?/g;
/** How a comment ends that may hold a line break. */
const CLOSERS: Readonly<Record<string, RegExp>> = {
  '/*': /\*\//g,
  '<!--': /-->/g,
  '{{': /\*\/\s*-?\}\}/g,
  '{#': /#\}/g,
};
const CLOSER = /\s*(?:\*\/\s*(?:-?\}\})?|-->|#\}).*$/;

/** The comments that speak to us, in the order of the text. The word must be the first of its comment. */
export function findDirectives(text: string, isComment: CommentTest): readonly Directive[] {
  let [line, last] = [0, 0];
  const unclosed = new Set<string>();
  return Array.from(text.matchAll(DIRECTIVE)).flatMap((match): readonly Directive[] => {
    const { 0: all, 1: mark = '', 2: kind, 3: ids = '', 4: said = '', index: start } = match;
    // Each stretch of the text is looked at once, whatever it holds.
    const between = text.slice(last, start);
    const newline = Math.max(between.lastIndexOf('\n'), between.lastIndexOf('\r'));
    if (newline >= 0) line = last + newline + 1;
    last = start;
    if (!isComment(start)) return [];
    const end = endOf(text, start + all.length - said.length, mark, unclosed);
    const before = text.slice(line, start).replace('\uFEFF', '');
    const alone = before.trim() === '' && text.slice(end, lineEnd(text, end)).trim() === '';
    const reason = said.replace(CLOSER, '').trim();
    return [
      {
        kind: kind as Directive['kind'],
        span: { start, end },
        line,
        alone,
        rules: ids.split(/[\s,]+/).filter((id) => id !== ''),
        ...(reason !== '' && { reason }),
      },
    ];
  });
}

function endOf(text: string, from: number, mark: string, unclosed: Set<string>): number {
  const kind = mark.startsWith('{{') ? '{{' : mark;
  const closer = CLOSERS[kind];
  if (!closer) return lineEnd(text, from);
  if (unclosed.has(kind)) return text.length;
  const end = new RegExp(closer);
  end.lastIndex = from;
  if (end.exec(text)) return end.lastIndex;
  unclosed.add(kind);
  return text.length;
}
