import type { ContextId, Placement, SourceFile, Token, Tree } from '@regmigrate/core';
import { isBound } from '../chart/is-bound.ts';
import { isCompared } from '../chart/is-compared.ts';
import { ownersOf, type Owner } from '../chart/owners-of.ts';
import type { PrintedReference } from '../chart/printed-references.ts';
import { referencesOfValue } from '../chart/references-of-value.ts';
import { keysOf, scalarAt, type Values } from '../chart/values.ts';
import type { Outline, OutlineNode } from './outline.ts';

/** A registry, and what a path on it begins with. */
const DOMAIN_BEFORE = /^(?:localhost|[\w-]+(?:\.[\w-]+)+)(?::\d+)?\/(?:[\w.-]+\/)*$/;
const DOMAIN_INSIDE = /^[^/]+\/(?:[\w-]+\.)+(?:io|com|org|net|dev)\//;

type ValuePlacement = Omit<Placement, 'locator'>;

/**
 * What a name in a chart's values is, by what the chart's templates make of it; undefined where they do not
 * tell, or where the file belongs to no chart.
 */
export function placeInValues(
  file: SourceFile,
  token: Token,
  node: OutlineNode,
  outline: Outline,
): ValuePlacement | undefined {
  const { text, tree } = file;
  if (!tree) return undefined;
  const value = { token, node, keys: keysOf(node), values: { text, outline } };
  return combine(ownersOf(file).flatMap((owner) => placeFor(tree, owner, value) ?? []));
}

const IMAGE: ReadonlySet<ContextId> = new Set(['image-field', 'split-field']);

/** Charts that are given one file need not agree; what one of them minds holds for all. */
function combine(placements: readonly ValuePlacement[]): ValuePlacement | undefined {
  const minded = placements.find(({ context }) => !IMAGE.has(context));
  const [first, ...others] = placements;
  if (minded || !first || others.length === 0) return minded ?? first;
  const split = placements.some(({ context }) => context === 'split-field');
  const completions = [...new Set(placements.flatMap((placement) => placement.completions ?? []))];
  return { context: split ? 'split-field' : 'image-field', completions };
}

interface NamedValue {
  readonly token: Token;
  readonly node: OutlineNode;
  readonly keys: readonly string[];
  readonly values: Values;
}

function placeFor(
  tree: Tree,
  owner: Owner,
  { token, node, keys, values }: NamedValue,
): ValuePlacement | undefined {
  const { chart, stronger = [] } = owner;
  const { text } = values;
  if (isCompared(tree, chart, keys)) return { context: 'compared-value' };
  const value = text.slice(node.span.start, node.span.end);
  if (isBound(tree, chart, { path: keys, text: value, name: token.written }))
    return { context: 'schema-bound' };
  // What is overruled is not printed, so nothing that is printed tells of it.
  if (stronger.some((layer) => scalarAt(layer.values, keys) !== undefined)) return undefined;
  const { references, elsewhere } = referencesOfValue(tree, owner, keys, values);
  const offset = token.name.start - node.span.start;
  const around = ({ text, at }: PrintedReference) => ({
    before: text.slice(0, Math.max(0, at + offset)),
    reference: text.slice(Math.max(0, at + offset)),
  });
  const printed = references.map(around);
  if (elsewhere.some((reference) => DOMAIN_BEFORE.test(around(reference).before)))
    return { context: 'mirrored-value' };
  if (printed.some(({ reference }) => DOMAIN_INSIDE.test(reference))) return { context: 'doubled-domain' };
  const whole = printed.filter(({ before }) => before === '').map(({ reference }) => reference);
  if (whole.length > 0) {
    const alone = whole.every((reference) => reference === text.slice(token.extent.start, token.extent.end));
    return { context: alone ? 'image-field' : 'split-field', completions: [...new Set(whole)] };
  }
  return printed.some(({ before }) => DOMAIN_BEFORE.test(before)) ? { context: 'doubled-domain' } : undefined;
}
