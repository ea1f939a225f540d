import type { Span } from '@regmigrate/core';
import { lineEnd } from '../yaml/line-end.ts';

/**
 * The text with each action replaced by as many characters: blanks where lines hold nothing but actions,
 * letters elsewhere. Offsets and line breaks stay, so spans are true for the original.
 */
export function maskActions(text: string, actions: readonly { readonly span: Span }[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (let first = 0; first < actions.length;) {
    const run = runFrom(text, actions, first);
    for (const { span } of actions.slice(first, run.next)) {
      pieces.push(text.slice(at, span.start), fill(text.slice(span.start, span.end), run.alone ? ' ' : 'x'));
      at = span.end;
    }
    first = run.next;
  }
  return pieces.join('') + text.slice(at);
}

const fill = (action: string, filler: string): string => action.replace(/[^\r\n]/g, filler);

/** The actions that share lines with the one at `first`, and whether nothing else stands there. */
function runFrom(
  text: string,
  actions: readonly { readonly span: Span }[],
  first: number,
): { readonly next: number; readonly alone: boolean } {
  const start = actions[first]?.span.start ?? 0;
  const from = Math.max(text.lastIndexOf('\n', start) + 1, actions[first - 1]?.span.end ?? 0);
  let alone = /^\uFEFF?[ \t]*$/.test(text.slice(from, start));
  let next = first;
  for (let end = start; ; next++) {
    const gap = text.slice(end, Math.min(lineEnd(text, end), actions[next]?.span.start ?? Infinity));
    const action = actions[next];
    const last = !action || end + gap.length < action.span.start;
    alone &&= last ? /^\s*(?:#|$)/.test(gap) : gap.trim() === '';
    if (!action || last) return { next, alone };
    end = action.span.end;
  }
}
