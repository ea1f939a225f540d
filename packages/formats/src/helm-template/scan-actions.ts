import type { Span } from '@regmigrate/core';
import { stringEnd, type OpenStrings } from './string-end.ts';

/** An action as it stands in the text, its content not read yet. */
export interface ScannedAction {
  readonly span: Span;
  /** Between the delimiters, without trim markers and white space around it. */
  readonly content: Span;
  readonly trimBefore: boolean;
  readonly trimAfter: boolean;
  readonly isComment: boolean;
}

export interface ScannedActions {
  readonly actions: readonly ScannedAction[];
  /** Offsets of the `{{` that nothing closes. */
  readonly unclosed: readonly number[];
}

const STOP = /["`']|\{\{|\}\}/g;
const TRIM_BEFORE = /-(?=\s)/y;
const SPACE = /\s*/y;
const COMMENT_END = /\*\/(?:\s+-)?\}\}/g;

/**
 * Finds each `{{ … }}`. Strings and comments may hold braces; any other action that holds a further `{{`
 * is none. No stretch of text is looked at more than a few times, whatever it holds.
 */
export function scanActions(text: string): ScannedActions {
  const actions: ScannedAction[] = [];
  const unclosed: number[] = [];
  const open: OpenStrings = { quotesUntil: 0, ticksUntil: 0 };
  let commentsEnd = true;
  for (let at = text.indexOf('{{'); at >= 0;) {
    const from = contentStart(text, at);
    const isComment = text.startsWith('/*', from);
    let end = isComment && commentsEnd ? commentEnd(text, from + 2) : -1;
    let next = at + 2;
    if (isComment && end < 0) commentsEnd = false;
    if (!isComment) {
      const stop = closingBraces(text, at + 2, open);
      next = stop;
      if (text.startsWith('}}', stop)) end = stop + 2;
    }
    if (end < 0) unclosed.push(at);
    else actions.push(describe(text, { start: at, end }, from, isComment));
    at = text.indexOf('{{', end < 0 ? next : end);
  }
  return { actions, unclosed };
}

function contentStart(text: string, at: number): number {
  TRIM_BEFORE.lastIndex = at + 2;
  SPACE.lastIndex = at + (TRIM_BEFORE.test(text) ? 3 : 2);
  SPACE.test(text);
  return SPACE.lastIndex;
}

function commentEnd(text: string, from: number): number {
  COMMENT_END.lastIndex = from;
  return COMMENT_END.test(text) ? COMMENT_END.lastIndex : -1;
}

/** The offset of the `}}` that closes, of a `{{` that comes before it, or the end of the text. */
function closingBraces(text: string, from: number, open: OpenStrings): number {
  STOP.lastIndex = from;
  for (let found = STOP.exec(text); found; found = STOP.exec(text)) {
    if (found[0].length === 2) return found.index;
    const end = stringEnd(text, found.index, text.length, open);
    if (end !== undefined) STOP.lastIndex = end;
  }
  return text.length;
}

function describe(text: string, span: Span, from: number, isComment: boolean): ScannedAction {
  const trimAfter = text[span.end - 3] === '-' && /\s/.test(text[span.end - 4] ?? '');
  let end = span.end - (trimAfter ? 3 : 2);
  while (end > from && /\s/.test(text[end - 1] ?? '')) end--;
  const content = { start: Math.min(from, end), end };
  return {
    span,
    content,
    trimBefore: /^-\s/.test(text.slice(span.start + 2, span.start + 4)),
    trimAfter,
    isComment,
  };
}
