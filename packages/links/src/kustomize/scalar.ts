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

export function scalarOf({ text, offset }: Source, node: OutlineNode | undefined): Scalar | undefined {
  if (!node || node.children.length > 0 || node.style === 'empty') return undefined;
  if (node.style === 'map' || node.style === 'seq') return undefined;
  const { start, end } = node.span;
  const span = { start: start + offset, end: end + offset };
  return { value: unescape(node.style, text.slice(start, end)), span };
}

export const scalarAt = (source: Source, node: OutlineNode | undefined, key: string): Scalar | undefined =>
  scalarOf(source, childOf(node, key));

/** What stands in a list; of anything else, nothing. */
export const itemsOf = (node: OutlineNode | undefined): readonly OutlineNode[] =>
  node?.style === 'seq' ? node.children : [];

/** A value of its own: a slice would keep the whole text in memory. */
function unescape(style: OutlineNode['style'], written: string): string {
  if (style === 'double' && written.includes('\\')) return unescapeDouble(written);
  const value = style === 'single' ? written.replaceAll("''", "'") : written;
  return ` ${value.trim()}`.slice(1);
}

/** Escapes that JSON does not know occur in no name. */
function unescapeDouble(written: string): string {
  try {
    return String(JSON.parse(`"${written.replaceAll('\\/', '/')}"`));
  } catch {
    return written;
  }
}
