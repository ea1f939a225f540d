import { readQuoted } from './read-scalar.ts';

/** A key of a block map on one line, and the colon behind it. */
export interface Key {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly colon: number;
}

const KEY_PROPERTIES = /(?:[&!][^\s,[\]{}]*\s+)*/y;

/** Reads `key:` at `from`; undefined where the line holds no key, for an end before `end`. */
export function readKey(text: string, from: number, end: number): Key | undefined {
  KEY_PROPERTIES.lastIndex = from;
  const start = from + (KEY_PROPERTIES.exec(text)?.[0].length ?? 0);
  const first = text[start];
  if (first === '"' || first === "'") {
    const quoted = readQuoted(text, start, end);
    const colon = text.indexOf(':', quoted.end);
    if (!quoted.closed || colon < 0 || text.slice(quoted.end, colon).trim() !== '') return undefined;
    if (colon >= end || !/\s|^$/.test(text[colon + 1] ?? '')) return undefined;
    return { name: text.slice(quoted.span.start, quoted.span.end), start, end: quoted.end, colon };
  }
  if (first === undefined || /[{}[\],#|>@`%]/.test(first)) return undefined;
  for (let at = start; at < end; at++) {
    if (text[at] === '#' && /\s/.test(text[at - 1] ?? '')) return undefined;
    if (text[at] === ':' && (at + 1 >= end || /\s/.test(text[at + 1] ?? ''))) {
      const stop = start + text.slice(start, at).trimEnd().length;
      return stop > start ? { name: text.slice(start, stop), start, end: stop, colon: at } : undefined;
    }
  }
  return undefined;
}
