import type { Span } from '@regmigrate/core';

export interface ScalarEnd {
  /** The text between the quotes. */
  readonly span: Span;
  /** Behind the closing quote. */
  readonly end: number;
  readonly closed: boolean;
}

/** Reads a quoted scalar whose opening quote is at `start`; it may run over lines, up to `limit`. */
export function readQuoted(text: string, start: number, limit: number): ScalarEnd {
  const quote = text[start];
  for (let at = start + 1; at < limit; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === "'") at++;
      else return { span: { start: start + 1, end: at }, end: at + 1, closed: true };
    }
  }
  return { span: { start: start + 1, end: limit }, end: limit, closed: false };
}

/** The end of a plain scalar on one line: before ` #`, `: ` or white space at the end of the line. */
export function plainEnd(text: string, start: number, lineEnd: number): number {
  const line = text.slice(start, lineEnd);
  const comment = /\s#/.exec(line)?.index ?? line.length;
  return start + line.slice(0, comment).trimEnd().length;
}
