import type { OutlineBuilder, Slot } from './outline-builder.ts';
import type { OutlineNode } from './outline.ts';
import { readQuoted } from './read-scalar.ts';

/** An anchor or a tag, which is no part of the node that it stands before. */
const PROPERTY = /[&!][^\s,[\]{}]*/y;
const PLAIN_END = /[,[\]{}\n]|:(?=[\s,[\]{}]|$)|\s#/g;

/**
 * Reads a flow collection that opens at `start`, JSON included; returns the offset behind its end.
 * Keeps its own stack: nesting costs memory, never the call stack.
 */
export function readFlow(
  text: string,
  start: number,
  limit: number,
  slot: Slot,
  builder: OutlineBuilder,
): number {
  const open: OutlineNode[] = [];
  let next: Slot = slot;
  let at = start;
  /** Whether there were properties whose node has not come yet; without one, it is empty. */
  let isAwaited = false;
  const settle = (): void => {
    if (isAwaited) builder.add(next, 'empty', { start: at, end: at });
    isAwaited = false;
  };
  const into = (): Slot => {
    const parent = open.at(-1);
    return parent ? { parent } : slot;
  };
  while (at < limit) {
    const character = text[at] ?? '';
    if (character === '{' || character === '[') {
      open.push(builder.add(next, character === '{' ? 'map' : 'seq', { start: at, end: limit }));
      isAwaited = false;
      next = into();
      at++;
    } else if (character === '}' || character === ']') {
      settle();
      const closed = open.pop();
      if (closed) closed.span = { start: closed.span.start, end: at + 1 };
      at++;
      if (open.length === 0) return at;
      next = into();
    } else if (character === ',') {
      settle();
      next = into();
      at++;
    } else if (character === '#' && /\s/.test(text[at - 1] ?? '')) at = lineEnd(text, at, limit);
    else if (/[\s:]/.test(character)) at++;
    else if (character === '&' || character === '!') {
      PROPERTY.lastIndex = at;
      at += PROPERTY.exec(text)?.[0].length ?? 1;
      isAwaited = true;
    } else {
      isAwaited = false;
      const scalar = readItem(text, at, limit);
      const colon = /^\s*:/.exec(text.slice(scalar.end, scalar.end + 80))?.[0].length ?? 0;
      const parent = next.parent;
      const isKey =
        parent?.style === 'map' &&
        next.key === undefined &&
        (colon > 0 || scalar.style === 'single' || scalar.style === 'double');
      if (isKey && colon > 0) {
        next = {
          parent,
          key: text.slice(scalar.start, scalar.stop),
          keySpan: { start: at, end: scalar.end },
        };
        at = scalar.end + colon;
      } else {
        builder.add(next, scalar.style, { start: scalar.start, end: scalar.stop });
        next = into();
        at = Math.max(scalar.end, at + 1);
      }
    }
  }
  builder.fault('unclosed-flow', start);
  return limit;
}

interface FlowItem {
  readonly style: 'single' | 'double' | 'plain' | 'alias';
  readonly start: number;
  readonly stop: number;
  readonly end: number;
}

function readItem(text: string, at: number, limit: number): FlowItem {
  const quote = text[at];
  if (quote === '"' || quote === "'") {
    const { span, end } = readQuoted(text, at, limit);
    return { style: quote === '"' ? 'double' : 'single', start: span.start, stop: span.end, end };
  }
  PLAIN_END.lastIndex = at;
  const stop = Math.min(PLAIN_END.exec(text)?.index ?? limit, limit);
  let end = stop;
  while (end > at && /\s/.test(text[end - 1] ?? '')) end--;
  return { style: text[at] === '*' ? 'alias' : 'plain', start: at, stop: end, end: stop };
}

function lineEnd(text: string, at: number, limit: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 || newline > limit ? limit : newline;
}
