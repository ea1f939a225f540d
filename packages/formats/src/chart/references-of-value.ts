import { posix } from 'node:path';
import type { Tree } from '@regmigrate/core';
import type { Chart } from './chart.ts';
import { given } from './given.ts';
import { openChart } from './open-chart.ts';
import { printedWithValue, type PrintedReference } from './printed-references.ts';
import type { Values } from './values.ts';

export interface ValueReferences {
  readonly references: readonly PrintedReference[];
  /** How many image fields hold the value, or may hold it, of which the rest cannot be told. */
  readonly unknown: number;
}

/** Charts in charts, further down than people nest them. */
const DEPTH_LIMIT = 6;

/**
 * What the chart, and the charts that it brings along, print with the value under these keys of one of its
 * values files. `PrintedReference.values` name keys of that file.
 */
export function referencesOfValue(
  tree: Tree,
  chart: Chart,
  path: readonly string[],
  current: Values,
  at: readonly string[] = [],
): ValueReferences {
  const layers = [{ values: current, at }];
  if (chart.defaults && chart.defaults.text !== current.text) layers.push({ values: chart.defaults, at: [] });
  const own = printedWithValue(chart, path, given(layers));
  const below = at.length >= DEPTH_LIMIT ? [] : fromDependencies(tree, chart, path, current, at);
  return {
    references: [
      ...own.references.map((reference) => ({
        ...reference,
        values: reference.values.map((value) => ({ ...value, path: [...at, ...value.path] })),
      })),
      ...below.flatMap(({ references }) => references),
    ],
    unknown: own.unknown + Number(own.isCut) + below.reduce((sum, { unknown }) => sum + unknown, 0),
  };
}

function fromDependencies(
  tree: Tree,
  chart: Chart,
  path: readonly string[],
  current: Values,
  at: readonly string[],
): readonly ValueReferences[] {
  const [first, ...rest] = path;
  return chart.dependencies.flatMap(({ key, folder }) => {
    // A chart that needs itself, in a circle perhaps, ends at the limit of depth; its own folder ends here.
    if (folder === undefined || posix.relative(folder, chart.folder) === '') return [];
    const isGlobal = first === 'global';
    if (first !== key && !isGlobal) return [];
    const child = openChart(tree, folder);
    return child ? [referencesOfValue(tree, child, isGlobal ? path : rest, current, [...at, key])] : [];
  });
}
