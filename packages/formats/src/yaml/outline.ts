import type { Span } from '@regmigrate/core';

/**
 * The skeleton of a YAML stream: which scalar stands under which key, with spans into the source.
 * It says where things are, not what they mean; values stay in the text.
 */
export type NodeStyle =
  'plain' | 'single' | 'double' | 'literal' | 'folded' | 'map' | 'seq' | 'alias' | 'empty';

export interface OutlineNode {
  readonly parent: OutlineNode | undefined;
  /** The key under which a map holds this node, with quotes removed; undefined for items and roots. */
  readonly key: string | undefined;
  /** Where that key is written, quotes included. */
  readonly keySpan: Span | undefined;
  /** The place in a sequence, from 0. */
  readonly index: number | undefined;
  style: NodeStyle;
  /** A scalar's source without quotes and without a block's header; a collection's from first to last. */
  span: Span;
  readonly children: OutlineNode[];
}

export interface OutlineFault {
  readonly code:
    | 'explicit-key'
    | 'tab-indent'
    | 'unclosed-quote'
    | 'unclosed-flow'
    | 'not-a-mapping'
    | 'bad-indent'
    | 'too-deep';
  readonly at: number;
}

export interface Outline {
  readonly documents: readonly OutlineNode[];
  /** In the order of the text; keys and scalars never overlap. */
  readonly scalars: readonly OutlineNode[];
  readonly faults: readonly OutlineFault[];
}

export type Spot = { readonly node: OutlineNode; readonly part: 'key' | 'value' };

/** The key or scalar that covers an offset; undefined in comments, white space and punctuation. */
export function spotAt({ scalars }: Outline, offset: number): Spot | undefined {
  let low = 0;
  let high = scalars.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = scalars[middle];
    if (node && (node.keySpan?.start ?? node.span.start) <= offset) low = middle + 1;
    else high = middle;
  }
  for (let node = scalars[low - 1]; node; node = node.parent) {
    if (covers(node.keySpan, offset)) return { node, part: 'key' };
    if (node.children.length === 0 && covers(node.span, offset)) return { node, part: 'value' };
  }
  return undefined;
}

const covers = (span: Span | undefined, offset: number): boolean =>
  span !== undefined && span.start <= offset && offset < span.end;

/** The value under a key of a map; sequences, which may be long, are not searched. */
export function childOf(node: OutlineNode | undefined, key: string): OutlineNode | undefined {
  if (node?.style !== 'map') return undefined;
  if (node.children.length <= FEW) return node.children.find((child) => child.key === key);
  const known = indexes.get(node);
  const index = known?.length === node.children.length ? known : indexOf(node);
  return index.byKey.get(key);
}

/** Children that are looked through faster than they are put in order. */
const FEW = 32;

interface KeyIndex {
  /** How many children there were: a map that is still read grows. */
  readonly length: number;
  readonly byKey: ReadonlyMap<string, OutlineNode>;
}

const indexes = new WeakMap<OutlineNode, KeyIndex>();

function indexOf(node: OutlineNode): KeyIndex {
  const byKey = new Map<string, OutlineNode>();
  for (const child of node.children)
    if (child.key !== undefined && !byKey.has(child.key)) byKey.set(child.key, child);
  const index = { length: node.children.length, byKey };
  indexes.set(node, index);
  return index;
}

/** From the node to its document's root, the node first. */
export function* ancestry(node: OutlineNode): Generator<OutlineNode> {
  for (let at: OutlineNode | undefined = node; at; at = at.parent) yield at;
}
