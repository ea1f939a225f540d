import { posix } from 'node:path';
import type { Placement, SourceFile, Token } from '@regmigrate/core';
import type { OutlineNode } from '../yaml/outline.ts';
import { valueOf } from '../yaml/locator.ts';
import { lineAround } from '../text/line-around.ts';
import type { Chart } from './chart.ts';
import { isBound } from './is-bound.ts';
import { isCompared } from './is-compared.ts';
import { referencesOfValue } from './references-of-value.ts';
import { keysOf, nodeAt } from './values.ts';

const README = /^README[^/]*\.md(?:\.gotmpl)?$/i;
/** `| controller.image.registry | string | "k8s.gcr.io" | … |`, as helm-docs writes it and people do. */
const ROW = /^\s*\|\s*[`"'*]*([\w.-]+)[`"'*]*\s*\|/;

/**
 * A row of the table in which a chart's README lists its values, where its default is that of values.yaml; both
 * change together, as helm-docs would print it.
 */
export function placeInReadme(
  { path, text, tree }: SourceFile,
  token: Token,
  chart: Chart,
): Placement | undefined {
  if (!tree || !chart.defaults || !README.test(posix.relative(chart.folder, path))) return undefined;
  const keys = ROW.exec(lineAround(text, token.name.start).text)?.[1]?.split('.');
  const named = keys && nodeAt(chart.defaults, keys);
  const node =
    named && scalarBelow(chart.defaults.text, named, text.slice(token.extent.start, token.extent.end));
  if (!node) return undefined;
  const at = keysOf(node);
  // A default that is for a person stays, and so does what is said of it.
  if (isCompared(tree, chart, at)) return { context: 'compared-value' };
  const written = chart.defaults.text.slice(node.span.start, node.span.end);
  if (isBound(tree, chart, { path: at, text: written, name: token.written }))
    return { context: 'schema-bound' };
  const { references, elsewhere } = referencesOfValue(tree, { chart }, at, chart.defaults);
  if (elsewhere.some((reference) => reference.at > 0)) return { context: 'mirrored-value' };
  const whole = references.filter(({ at }) => at === 0).map((reference) => reference.text);
  return { context: 'values-table', ...(whole.length > 0 && { completions: [...new Set(whole)] }) };
}

/** The scalar that says just this, at a node or, where the row shows a whole map, below it. */
function scalarBelow(text: string, node: OutlineNode, wanted: string): OutlineNode | undefined {
  // A slash behind a domain is no part of the name.
  if (node.children.length === 0)
    return valueOf(text, node)?.replace(/\/$/, '') === wanted ? node : undefined;
  return node.children.map((child) => scalarBelow(text, child, wanted)).find(Boolean);
}
