import type { Span } from '@regmigrate/core';
import { stringEnd } from './string-end.ts';

export interface Word extends Span {
  readonly type: 'space' | 'string' | 'number' | 'variable' | 'field' | 'dot' | 'name' | 'mark' | 'other';
}

const PATTERNS: readonly (readonly [Word['type'], RegExp])[] = [
  ['space', /\s+/y],
  ['field', /\.[\p{L}_][\p{L}\p{N}_]*/uy],
  ['name', /[\p{L}_][\p{L}\p{N}_]*/uy],
  ['variable', /\$[\p{L}\p{N}_]*/uy],
  ['mark', /:=|[|(),=]/y],
  ['number', /[+-]?(?:0[xXbBoO][\da-fA-F_]+|(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/y],
  ['dot', /\./y],
  ['other', /[^]/y],
];

/** The words of an action's content, gaps included. What is no word is one character of type `other`. */
export function readWords(text: string, { start, end }: Span): readonly Word[] {
  const words: Word[] = [];
  const open = { quotesUntil: 0, ticksUntil: 0 };
  for (let at = start; at < end;) {
    const word = stringAt(text, at, end, open) ?? wordAt(text, at);
    words.push(word);
    at = word.end;
  }
  return words;
}

function stringAt(
  text: string,
  at: number,
  limit: number,
  open: Parameters<typeof stringEnd>[3],
): Word | undefined {
  const quote = text[at];
  if (quote !== '"' && quote !== '`' && quote !== "'") return undefined;
  const end = stringEnd(text, at, limit, open);
  return end === undefined ? undefined : { type: quote === "'" ? 'number' : 'string', start: at, end };
}

function wordAt(text: string, at: number): Word {
  for (const [type, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return { type, start: at, end: pattern.lastIndex };
  }
  return { type: 'other', start: at, end: at + 1 };
}
