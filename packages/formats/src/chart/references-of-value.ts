import type { Tree } from '@regmigrate/core';
import { given, type Layer } from './given.ts';
import type { Owner } from './owners-of.ts';
import { printedWithValue, type PrintedReference } from './printed-references.ts';
import { reachedCharts, type ReachedChart } from './reached-charts.ts';
import { strongerValues } from './stronger-values.ts';
import { scalarAt, type Values } from './values.ts';

export interface ValueReferences {
  readonly references: readonly PrintedReference[];
  /** How many image fields hold the value, or may hold it, of which the rest cannot be told. */
  readonly unknown: number;
  /** What is printed with it where other values of the tree are given on top. */
  readonly elsewhere: readonly PrintedReference[];
}

/** More files of values than people keep beside one chart. */
const LAYERS_LIMIT = 32;

/**
 * What the chart, and the charts that it brings along, print with the value under these keys of one of its
 * values files. `PrintedReference.values` name keys of that file.
 */
export function referencesOfValue(
  tree: Tree,
  owner: Owner,
  path: readonly string[],
  current: Values,
): ValueReferences {
  const { chart, stronger = [], weaker = [] } = owner;
  const reached = reachedCharts(tree, chart, path);
  const isOwn = chart.defaults?.text === current.text;
  const printedIn = (one: ReachedChart, above: readonly Layer[]) => {
    const layers = [...above, ...stronger, ...(isOwn ? [] : [{ values: current, at: [] }]), ...weaker];
    const here = layers.map(({ values, at }) => ({ values, at: [...at, ...one.at] }));
    const printed = printedWithValue(one.chart, one.path, given([...here, ...one.layers]));
    return {
      references: printed.references.map((reference) => inFile(reference, one)),
      unknown: printed.unknown + Number(printed.isCut),
    };
  };
  const printed = reached.map((one) => printedIn(one, []));
  // What sets the value itself does not print this one.
  const others = (owner.stronger ? [] : givenAbove(tree, owner, current)).filter((layers) =>
    layers.every(({ values, at }) => scalarAt(values, [...at, ...path]) === undefined),
  );
  return {
    references: printed.flatMap(({ references }) => references),
    unknown: printed.reduce((sum, { unknown }) => sum + unknown, 0),
    elsewhere: others
      .slice(0, LAYERS_LIMIT)
      .flatMap((layers) => reached.flatMap((one) => printedIn(one, layers).references)),
  };
}

/** What is given on top of a file of values, each thing by itself; of a release that lists the file, what follows it. */
function givenAbove(tree: Tree, { chart, stronger }: Owner, current: Values): readonly (readonly Layer[])[] {
  if (stronger) return [stronger];
  if (chart.defaults?.text !== current.text) return [];
  return strongerValues(tree, chart).map((layers) => {
    const own = layers.findIndex(({ values }) => values.text === current.text);
    return own < 0 ? layers : layers.slice(0, own);
  });
}

/** How many of some keys what is given on top of a file of values sets: in all ways in which it is used. */
export function setAbove(
  tree: Tree,
  owner: Owner,
  current: Values,
  keys: readonly (readonly string[])[],
): readonly number[] {
  return givenAbove(tree, owner, current)
    .slice(0, LAYERS_LIMIT)
    .map((layers) => {
      const values = given(layers);
      return keys.filter((path) => values(path) !== undefined).length;
    });
}

const inFile = (reference: PrintedReference, { at }: ReachedChart): PrintedReference => ({
  ...reference,
  values: reference.values.map((value) => ({ ...value, path: [...at, ...value.path] })),
});
