import { posix } from 'node:path';
import type { Tree } from '@regmigrate/core';
import type { Chart } from './chart.ts';
import type { Layer } from './given.ts';
import { layersOf } from './layers-of.ts';
import { openChart } from './open-chart.ts';

/** Charts in charts, further than people nest them. */
const DEPTH_LIMIT = 6;

/**
 * What is given on top of a chart's values.yaml, each thing by itself: its other files of values, what the chart
 * that holds it says, and what deploys it, the strongest first.
 */
export function strongerValues(tree: Tree, chart: Chart, depth = 0): readonly (readonly Layer[])[] {
  const own = [...chart.otherValues().map((values) => [{ values, at: [] }]), ...releasedWith(tree, chart)];
  const charts = posix.dirname(chart.folder);
  const parent = posix.basename(charts) === 'charts' ? openChart(tree, posix.dirname(charts)) : undefined;
  if (!parent || depth >= DEPTH_LIMIT) return own;
  const { defaults } = parent;
  const above = [
    ...(defaults ? [[{ values: defaults, at: [] }]] : []),
    ...strongerValues(tree, parent, depth + 1),
  ];
  const keys = parent.dependencies.filter(({ folder }) => folder === chart.folder).map(({ key }) => key);
  const below = (key: string) => (layer: Layer) => ({ ...layer, at: [...layer.at, key] });
  return [...own, ...keys.flatMap((key) => above.map((layers) => layers.map(below(key))))];
}

const releasedWith = ({ releases = [], nameOf }: Tree, { folder }: Chart): readonly (readonly Layer[])[] =>
  releases.filter(({ chart }) => nameOf(chart) === nameOf(folder)).map(layersOf);
