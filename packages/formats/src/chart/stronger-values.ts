import { posix } from 'node:path';
import type { Tree } from '@regmigrate/core';
import type { Chart } from './chart.ts';
import type { Layer } from './given.ts';
import { openChart } from './open-chart.ts';

/** Charts in charts, further than people nest them. */
const DEPTH_LIMIT = 6;

/** What is given on top of a chart's values.yaml: its other files of values, and what the chart that holds it says. */
export function strongerValues(tree: Tree, chart: Chart, depth = 0): readonly Layer[] {
  const own = chart.otherValues().map((values) => ({ values, at: [] }));
  const charts = posix.dirname(chart.folder);
  const parent = posix.basename(charts) === 'charts' ? openChart(tree, posix.dirname(charts)) : undefined;
  if (!parent || depth >= DEPTH_LIMIT) return own;
  const { defaults } = parent;
  const above = [
    ...(defaults ? [{ values: defaults, at: [] }] : []),
    ...strongerValues(tree, parent, depth + 1),
  ];
  const keys = parent.dependencies.filter(({ folder }) => folder === chart.folder).map(({ key }) => key);
  return [...own, ...keys.flatMap((key) => above.map((layer) => ({ ...layer, at: [...layer.at, key] })))];
}
