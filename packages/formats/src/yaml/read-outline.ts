import { OutlineBuilder, type Slot } from './outline-builder.ts';
import type { Outline, OutlineNode } from './outline.ts';
import { readFlow } from './read-flow.ts';
import { plainEnd, readQuoted } from './read-scalar.ts';

/*
 * One pass over the lines, with a stack of the open block collections and their columns. A line closes
 * every collection that begins right of it; what is left of the line is then read as `- `, `key:` or a
 * scalar. Text that is no YAML yields faults and as much skeleton as can be had; nothing throws.
 * Differences from a real parser are found by a test that compares both on every fixture.
 */

interface Level {
  readonly node: OutlineNode;
  readonly column: number;
}

const PROPERTIES = /(?:[&!][^\s,[\]{}]*\s+)*/y;
const BLOCK_HEADER = /^([|>])([0-9]?[+-]?|[+-][0-9])\s*(?:\s#.*)?$/;
const MARKER = /^(?:---|\.\.\.)(?=\s|$)/;
/** Deeper nesting is found in attacks only. */
const DEPTH_LIMIT = 1000;

export function readOutline(text: string): Outline {
  return new BlockReader(text).read();
}

class BlockReader {
  readonly #text: string;
  readonly #builder = new OutlineBuilder();
  #levels: Level[] = [];
  /** A key or dash whose value has not come yet, and the column it stands in. */
  #pending: { readonly slot: Slot; readonly column: number; readonly at: number } | undefined;
  /** The end of the last thing read, for the spans of collections. */
  #last = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Outline {
    const text = this.#text;
    let at = text.startsWith('\uFEFF') ? 1 : 0;
    while (at < text.length) at = this.#line(at);
    this.#close(-1);
    return this.#builder.outline();
  }

  /** Reads from the start of a line; returns the start of the next one to read. */
  #line(start: number): number {
    const text = this.#text;
    const end = lineEnd(text, start);
    let at = start;
    while (text[at] === ' ') at++;
    if (text[at] === '\t' && text.slice(at, end).trim() !== '') this.#builder.fault('tab-indent', at);
    while (text[at] === '\t') at++;
    if (at >= end || text[at] === '#' || text[at] === '\r') return end + 1;
    if (at === start && MARKER.test(text.slice(start, end))) {
      this.#close(-1);
      at = start + 3;
      while (text[at] === ' ') at++;
      if (at >= end || text[at] === '#' || text[at] === '\r') return end + 1;
      return this.#value(at, { parent: undefined }, -1, end);
    }
    if (at === start && text[at] === '%') return end + 1;
    return this.#node(at, at - start, end);
  }

  /** Reads `- `, `key:` or a scalar that begins at `at` in column `column`. */
  #node(at: number, column: number, end: number): number {
    const text = this.#text;
    const dash = text[at] === '-' && /[\s]|^$/.test(text[at + 1] ?? '');
    this.#close(column, dash);
    if (dash) {
      const sequence = this.#collection('seq', at, column);
      if (!sequence) return end + 1;
      let next = at + 1;
      while (text[next] === ' ' || text[next] === '\t') next++;
      this.#pending = { slot: { parent: sequence }, column, at };
      this.#last = at + 1;
      if (next >= end || text[next] === '#' || text[next] === '\r') return end + 1;
      return this.#node(next, column + (next - at), end);
    }
    const key = readKey(text, at, end);
    if (!key) {
      const pending = this.#pending;
      if (!pending && this.#levels.length > 0) this.#builder.fault('not-a-mapping', at);
      this.#pending = undefined;
      return this.#value(at, pending?.slot ?? { parent: undefined }, pending?.column ?? -1, end);
    }
    const map = this.#collection('map', at, column);
    if (!map) return end + 1;
    const slot = { parent: map, key: key.name, keySpan: { start: key.start, end: key.end } };
    let next = key.colon + 1;
    while (text[next] === ' ' || text[next] === '\t') next++;
    this.#last = key.colon + 1;
    return this.#value(next, slot, column, end);
  }

  /** Reads a value that begins at `at`, or notes that it is still to come. */
  #value(start: number, slot: Slot, column: number, end: number): number {
    const text = this.#text;
    PROPERTIES.lastIndex = start;
    const at = start + (PROPERTIES.exec(text)?.[0].length ?? 0);
    const first = text[at] ?? '\n';
    if (at >= end || first === '\r' || first === '#' || /^[&!]\S*\s*$/.test(text.slice(at, end))) {
      this.#pending = { slot, column, at: Math.min(start, end) };
      return end + 1;
    }
    const header = BLOCK_HEADER.exec(text.slice(at, end).trimEnd());
    if (header)
      return this.#block(slot, column, end, header[1] === '|' ? 'literal' : 'folded', header[2] ?? '');
    if (first === '"' || first === "'") {
      const { span, end: behind, closed } = readQuoted(text, at, text.length);
      if (!closed) this.#builder.fault('unclosed-quote', at);
      const limit = closed ? behind : end;
      this.#builder.add(slot, first === '"' ? 'double' : 'single', closed ? span : { start: at + 1, end });
      this.#last = limit;
      return lineEnd(text, limit) + 1;
    }
    if (first === '{' || first === '[') {
      this.#last = readFlow(text, at, text.length, slot, this.#builder);
      return lineEnd(text, this.#last) + 1;
    }
    return this.#plain(at, slot, column, end);
  }

  #plain(at: number, slot: Slot, column: number, end: number): number {
    const text = this.#text;
    let stop = plainEnd(text, at, end);
    let next = end + 1;
    // A plain scalar goes on as long as lines are indented deeper and are neither keys nor comments.
    while (next < text.length && stop === trimmedEnd(text, next - 1)) {
      const lineStop = lineEnd(text, next);
      let from = next;
      while (text[from] === ' ') from++;
      if (from >= lineStop || text[from] === '\r') break;
      if (from - next <= column || text[from] === '#' || readKey(text, from, lineStop)) break;
      if (text[from] === '-' && /\s/.test(text[from + 1] ?? '\n') && column < 0) break;
      if (from === next && MARKER.test(text.slice(next, lineStop))) break;
      stop = plainEnd(text, from, lineStop);
      next = lineStop + 1;
    }
    this.#builder.add(slot, text[at] === '*' ? 'alias' : 'plain', { start: at, end: stop });
    this.#last = stop;
    return next;
  }

  #block(slot: Slot, column: number, end: number, style: 'literal' | 'folded', header: string): number {
    const text = this.#text;
    const indicator = /[0-9]/.exec(header)?.[0];
    let indent = indicator === undefined ? undefined : Math.max(column, 0) + Number(indicator);
    let next = end + 1;
    let stop = Math.min(next, text.length);
    while (next < text.length) {
      const lineStop = lineEnd(text, next);
      let from = next;
      while (text[from] === ' ') from++;
      const blank = from >= lineStop || text[from] === '\r';
      if (!blank) {
        indent ??= from - next > column ? from - next : Infinity;
        if (from - next < indent || (from === next && MARKER.test(text.slice(next, lineStop)))) break;
        stop = lineStop;
      }
      next = lineStop + 1;
    }
    this.#builder.add(slot, style, {
      start: Math.min(end + 1, text.length),
      end: Math.max(stop, Math.min(end + 1, text.length)),
    });
    this.#last = stop;
    return Math.max(next, end + 1);
  }

  /** The open collection for a line at `column`, opened if need be. */
  #collection(style: 'map' | 'seq', at: number, column: number): OutlineNode | undefined {
    const top = this.#levels.at(-1);
    if (top?.column === column && top.node.style === style) {
      this.#settle();
      return top.node;
    }
    if (this.#levels.length >= DEPTH_LIMIT) {
      this.#builder.fault('too-deep', at);
      return undefined;
    }
    if (top && !this.#pending) this.#builder.fault('bad-indent', at);
    const slot = this.#pending?.slot ?? { parent: top?.node };
    this.#pending = undefined;
    const node = this.#builder.add(slot, style, { start: at, end: at });
    this.#levels.push({ node, column });
    return node;
  }

  /** Closes what begins right of `column`; a dash may stand in the same column as the key that holds it. */
  #close(column: number, dash = false): void {
    for (let top = this.#levels.at(-1); top; top = this.#levels.at(-1)) {
      const keep = top.column < column || (top.column === column && (dash || top.node.style === 'map'));
      if (keep) break;
      this.#settle();
      this.#levels.pop();
      top.node.span = { start: top.node.span.start, end: this.#last };
    }
    const top = this.#levels.at(-1);
    if (this.#pending && top && column <= this.#pending.column && !(dash && top.node.style === 'map'))
      this.#settle();
    if (column < 0) {
      this.#settle();
      this.#levels = [];
    }
  }

  /** A key or dash that is followed by nothing holds an empty value. */
  #settle(): void {
    if (!this.#pending) return;
    const { slot, at } = this.#pending;
    this.#pending = undefined;
    if (slot.parent) this.#builder.add(slot, 'empty', { start: at, end: at });
  }
}

interface Key {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly colon: number;
}

const KEY_PROPERTIES = /(?:[&!][^\s,[\]{}]*\s+)*/y;

function readKey(text: string, from: number, end: number): Key | undefined {
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

function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline;
}

function trimmedEnd(text: string, newline: number): number {
  let end = newline;
  while (end > 0 && /\s/.test(text[end - 1] ?? '')) end--;
  return end;
}
