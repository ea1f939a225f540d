import { posix } from 'node:path';
import type { Placement, SourceFile, Token } from '@regmigrate/core';
import { chartAround } from '../chart/open-chart.ts';
import { referencesOfValue } from '../chart/references-of-value.ts';
import { isBound } from '../chart/is-bound.ts';
import type { PrintedReference } from '../chart/printed-references.ts';
import { isCompared } from '../chart/is-compared.ts';
import { isOutsideValues, keysOf } from '../chart/values.ts';
import type { Outline, OutlineNode } from './outline.ts';

/** A registry, and what a path on it begins with. */
const DOMAIN_BEFORE = /^(?:localhost|[\w-]+(?:\.[\w-]+)+)(?::\d+)?\/(?:[\w.-]+\/)*$/;
const DOMAIN_INSIDE = /^[^/]+\/(?:[\w-]+\.)+(?:io|com|org|net|dev)\//;

/**
 * What a name in a chart's values is, by what the chart's templates make of it; undefined where they do not
 * tell, or where the file belongs to no chart.
 */
export function placeInValues(
  { path, text, tree }: SourceFile,
  token: Token,
  node: OutlineNode,
  outline: Outline,
): Omit<Placement, 'locator'> | undefined {
  const chart = tree && chartAround(tree, path);
  if (!chart || isOutsideValues(posix.relative(chart.folder, path))) return undefined;
  const keys = keysOf(node);
  if (isCompared(tree, chart, keys)) return { context: 'compared-value' };
  const value = text.slice(node.span.start, node.span.end);
  if (isBound(tree, chart, { path: keys, text: value, name: token.written }))
    return { context: 'schema-bound' };
  const { references, elsewhere } = referencesOfValue(tree, chart, keys, { text, outline });
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
