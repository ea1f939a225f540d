import { lineEnd } from './line-end.ts';
import { OutlineBuilder, type Slot } from './outline-builder.ts';
import type { NodeStyle, Outline, OutlineNode } from './outline.ts';
import { readFlow } from './read-flow.ts';
import { readKey } from './read-key.ts';
import { readQuoted } from './read-scalar.ts';
import { DOCUMENT_MARKER, readBlock, readPlain, type BlockScalar } from './read-block-scalar.ts';

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
    if (at === start && DOCUMENT_MARKER.test(text.slice(start, end))) {
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
    if (text[at] === '?' && /\s/.test(text[at + 1] ?? '\n')) this.#builder.fault('explicit-key', at);
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
      return this.#scalar(
        slot,
        header[1] === '|' ? 'literal' : 'folded',
        readBlock(text, column, end, header[2] ?? ''),
      );
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
    return this.#scalar(slot, first === '*' ? 'alias' : 'plain', readPlain(text, at, column, end));
  }

  #scalar(slot: Slot, style: NodeStyle, { span, next }: BlockScalar): number {
    this.#builder.add(slot, style, span);
    this.#last = span.end;
    return next;
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
