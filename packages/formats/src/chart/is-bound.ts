import { posix } from 'node:path';
import type { Tree } from '@regmigrate/core';
import { valueOf } from '../yaml/locator.ts';
import { childOf, type OutlineNode } from '../yaml/outline.ts';
import type { Chart } from './chart.ts';
import { chartAround } from './open-chart.ts';
import { reachedCharts } from './reached-charts.ts';
import { openSchema, schemasAt, type ValuesSchema } from './values-schema.ts';

/** A value of a chart that holds a retired name. */
export interface RetiredValue {
  readonly path: readonly string[];
  /** The whole scalar. */
  readonly text: string;
  /** The retired name in it. */
  readonly name: string;
}

const CURRENT = 'registry.k8s.io';
/** Charts in charts, further than people nest them. */
const DEPTH_LIMIT = 6;

/** Whether a schema, of the chart or of one that is rendered with it, would refuse the value under its new name. */
export function isBound(tree: Tree, chart: Chart, value: RetiredValue): boolean {
  return isBoundBelow(tree, chart, value) || isBoundAbove(tree, chart, value, 0);
}

function isBoundBelow(tree: Tree, chart: Chart, value: RetiredValue): boolean {
  return reachedCharts(tree, chart, value.path).some(({ chart: { folder }, path }) => {
    const schema = openSchema(tree, folder);
    return schema && [...schemasAt(schema, path)].some((node) => holds(schema, node, value));
  });
}

/** The values of a subchart are part of those of its parent, whose schema sees them too. */
function isBoundAbove(tree: Tree, chart: Chart, value: RetiredValue, depth: number): boolean {
  const charts = posix.dirname(chart.folder);
  if (posix.basename(charts) !== 'charts' || depth >= DEPTH_LIMIT) return false;
  const parent = chartAround(tree, posix.join(charts, 'Chart.yaml'));
  if (!parent || parent.folder !== posix.dirname(charts)) return false;
  const schema = openSchema(tree, parent.folder);
  const name = posix.basename(chart.folder);
  const asked = parent.dependencies.filter(({ folder }) => folder === chart.folder).map(({ key }) => key);
  return (asked.length === 0 ? [name] : asked).some((key) => {
    const inParent = { ...value, path: value.path[0] === 'global' ? value.path : [key, ...value.path] };
    const here =
      schema && [...schemasAt(schema, inParent.path)].some((node) => holds(schema, node, inParent));
    return here === true || isBoundAbove(tree, parent, inParent, depth + 1);
  });
}

/** Whether this part of a schema lets the value through as it is and not as it will be. Patterns are not run. */
function holds({ text }: ValuesSchema, node: OutlineNode, { text: value, name }: RetiredValue): boolean {
  const next = value.replace(name, CURRENT);
  const only = childOf(node, 'const');
  if (only && valueOf(text, only) === value) return true;
  const listed = childOf(node, 'enum')?.children.map((child) => valueOf(text, child)) ?? [];
  if (listed.includes(value) && !listed.includes(next)) return true;
  const longest = Number(valueOf(text, childOf(node, 'maxLength')) ?? Infinity);
  if (value.length <= longest && next.length > longest) return true;
  const pattern = valueOf(text, childOf(node, 'pattern'))?.replace(/[\\[\]]/g, '') ?? '';
  return pattern.includes(name) && !pattern.includes(CURRENT);
}
