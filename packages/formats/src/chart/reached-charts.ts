import { posix } from 'node:path';
import type { Tree } from '@regmigrate/core';
import type { Chart } from './chart.ts';
import type { Layer } from './given.ts';
import { openChart } from './open-chart.ts';

/** A chart that gets a value from a file of values. */
export interface ReachedChart {
  readonly chart: Chart;
  /** The keys of the value, as this chart has them. */
  readonly path: readonly string[];
  /** The keys below which the file has what this chart gets; none for the chart that the file is of. */
  readonly at: readonly string[];
  /** The values of the charts from that one down to this one, the strongest first. */
  readonly layers: readonly Layer[];
}

/** Charts in charts further down than people nest them, and more than they put together. */
const limits = { depth: 6, charts: 500 };

/** The chart, and those that it brings along, as far as the value under these keys is given to them. */
export function reachedCharts(tree: Tree, chart: Chart, path: readonly string[]): readonly ReachedChart[] {
  const reached: ReachedChart[] = [{ chart, path, at: [], layers: ownLayer(chart) }];
  // The list goes on with what is added to it meanwhile; charts that need each other end at the limits.
  for (const one of reached) {
    if (one.at.length >= limits.depth) continue;
    const [first, ...rest] = one.path;
    for (const { key, folder } of one.chart.dependencies) {
      const isGlobal = first === 'global';
      if (folder === undefined || (first !== key && !isGlobal) || reached.length >= limits.charts) continue;
      const child = posix.relative(folder, one.chart.folder) === '' ? undefined : openChart(tree, folder);
      if (!child) continue;
      const above = one.layers.map((layer) => ({ ...layer, at: [...layer.at, key] }));
      reached.push({
        chart: child,
        path: isGlobal ? one.path : rest,
        at: [...one.at, key],
        layers: [...above, ...ownLayer(child)],
      });
    }
  }
  return reached;
}

const ownLayer = ({ defaults }: Chart): readonly Layer[] => (defaults ? [{ values: defaults, at: [] }] : []);
