import { posix } from 'node:path';
import type { SourceFile, Tree } from '@regmigrate/core';
import type { Chart } from './chart.ts';
import type { Layer } from './given.ts';
import { layersOf } from './layers-of.ts';
import { chartAround, openChart } from './open-chart.ts';
import { isOutsideValues } from './values.ts';

/** A chart that a file of values is for, with what it is given beside that file; the strongest first. */
export interface Owner {
  readonly chart: Chart;
  readonly stronger?: readonly Layer[];
  readonly weaker?: readonly Layer[];
}

/**
 * The charts that get the values of a file: those that are released with it, else the one that it lies in. A chart
 * gets its own values.yaml from whoever else installs it, too.
 */
export function ownersOf({ path, tree }: SourceFile): readonly Owner[] {
  if (!tree) return [];
  const released = releasedWith(tree, path);
  const chart = chartAround(tree, path);
  const inChart = chart && posix.relative(chart.folder, path);
  const isOwn = released.length === 0 || inChart === 'values.yaml';
  return isOwn && chart && !isOutsideValues(inChart ?? '') ? [...released, { chart }] : released;
}

function releasedWith(tree: Tree, path: string): readonly Owner[] {
  return (tree.releases ?? []).flatMap((release): readonly Owner[] => {
    const at = release.values.findLastIndex((values) => tree.nameOf(values.path) === tree.nameOf(path));
    const chart = at < 0 ? undefined : openChart(tree, release.chart);
    if (!chart) return [];
    const layers = layersOf(release);
    const own = layers.length - 1 - at;
    return [{ chart, stronger: layers.slice(0, own), weaker: layers.slice(own + 1) }];
  });
}
