import type { Span } from '@regmigrate/core';
import { lineEnd } from './line-end.ts';
import { readKey } from './read-key.ts';
import { plainEnd } from './read-scalar.ts';

/** A scalar of a block collection that may run over lines, and the start of the line behind it. */
export interface BlockScalar {
  readonly span: Span;
  readonly next: number;
}

/** `---` or `...` at the start of a line ends everything, scalars too. */
export const DOCUMENT_MARKER = /^(?:---|\.\.\.)(?=\s|$)/;

/**
 * A plain scalar that begins at `at` on a line that ends at `end`. It goes on as long as lines are
 * indented deeper than `column` and are neither keys nor comments.
 */
export function readPlain(text: string, at: number, column: number, end: number): BlockScalar {
  let stop = plainEnd(text, at, end);
  let next = end + 1;
  while (next < text.length && stop === trimmedEnd(text, next - 1)) {
    const lineStop = lineEnd(text, next);
    const from = indentEnd(text, next);
    if (from >= lineStop || text[from] === '\r') break;
    if (from - next <= column || text[from] === '#' || readKey(text, from, lineStop)) break;
    if (text[from] === '-' && /\s/.test(text[from + 1] ?? '\n') && column < 0) break;
    if (from === next && DOCUMENT_MARKER.test(text.slice(next, lineStop))) break;
    stop = plainEnd(text, from, lineStop);
    next = lineStop + 1;
  }
  return { span: { start: at, end: stop }, next };
}

/** The content of a literal or folded scalar whose header line ends at `end`; `header` as in `|2-`. */
export function readBlock(text: string, column: number, end: number, header: string): BlockScalar {
  const indicator = /[0-9]/.exec(header)?.[0];
  let indent = indicator === undefined ? undefined : Math.max(column, 0) + Number(indicator);
  const start = Math.min(end + 1, text.length);
  let next = end + 1;
  let stop = start;
  while (next < text.length) {
    const lineStop = lineEnd(text, next);
    const from = indentEnd(text, next);
    if (from < lineStop && text[from] !== '\r') {
      indent ??= from - next > column ? from - next : Infinity;
      if (from - next < indent || (from === next && DOCUMENT_MARKER.test(text.slice(next, lineStop)))) break;
      stop = lineStop;
    }
    next = lineStop + 1;
  }
  return { span: { start, end: stop }, next };
}

function indentEnd(text: string, line: number): number {
  let at = line;
  while (text[at] === ' ') at++;
  return at;
}

function trimmedEnd(text: string, newline: number): number {
  let end = newline;
  while (end > 0 && /\s/.test(text[end - 1] ?? '')) end--;
  return end;
}
