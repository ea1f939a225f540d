import type { Span } from '@regmigrate/core';
import { childOf, type OutlineNode } from '@regmigrate/formats/yaml';

/** A text and where it stands: a file, or a patch written inside of one. */
export interface Source {
  readonly file: string;
  readonly text: string;
  /** Of the first character of `text` in the file, in UTF-16 units. */
  readonly offset: number;
}

/** A value as YAML gives it, and the place in the file where it is written. */
export interface Scalar {
  readonly value: string;
  readonly span: Span;
}

/** Of an alias, the value and place of what it stands for. */
export function scalarOf(source: Source, node: OutlineNode | undefined): Scalar | undefined {
  if (!node || node.children.length > 0 || node.style === 'empty') return undefined;
  if (node.style === 'map' || node.style === 'seq') return undefined;
  if (node.style === 'alias') return anchoredScalar(source, node);
  const { text, offset } = source;
  const { start, end } = node.span;
  const span = { start: start + offset, end: end + offset };
  return { value: unescape(node.style, text.slice(start, end)), span };
}

const anchors = new WeakMap<Source, ReadonlyMap<string, readonly Scalar[]>>();
const ANCHOR = /&([^\s,[\]{}]+)[ \t]+(["']?)([\w./:@-]+)\2(?=\s|$|[,\]}])/g;

/** The last scalar before an alias that has its anchor; undefined where that is none of one plain word. */
export function anchoredScalar(source: Source, { span }: OutlineNode): Scalar | undefined {
  const known = anchors.get(source) ?? anchorsIn(source);
  anchors.set(source, known);
  const name = source.text.slice(span.start + 1, span.end).trim();
  return known.get(name)?.findLast((scalar) => scalar.span.start < span.start + source.offset);
}

function anchorsIn({ text, offset }: Source): ReadonlyMap<string, readonly Scalar[]> {
  const found = new Map<string, Scalar[]>();
  for (const { index, 0: whole, 1: name = '', 2: quote = '', 3: value = '' } of text.matchAll(ANCHOR)) {
    const start = offset + index + whole.length - quote.length - value.length;
    const scalar = { value: ` ${value}`.slice(1), span: { start, end: start + value.length } };
    const known = found.get(name);
    if (known) known.push(scalar);
    else found.set(name, [scalar]);
  }
  return found;
}

export const scalarAt = (source: Source, node: OutlineNode | undefined, key: string): Scalar | undefined =>
  scalarOf(source, childOf(node, key));

/** What stands in a list; of anything else, nothing. */
export const itemsOf = (node: OutlineNode | undefined): readonly OutlineNode[] =>
  node?.style === 'seq' ? node.children : [];

/** A value of its own: a slice would keep the whole text in memory. */
function unescape(style: OutlineNode['style'], written: string): string {
  if (style === 'double' && written.includes('\\')) return unescapeDouble(written);
  if (style === 'single') return ` ${written.replaceAll("''", "'")}`.slice(1);
  return ` ${style === 'double' ? written : written.trim()}`.slice(1);
}

/** Escapes that JSON does not know occur in no name. */
function unescapeDouble(written: string): string {
  try {
    return String(JSON.parse(`"${written.replaceAll('\\/', '/')}"`));
  } catch {
    return written;
  }
}
