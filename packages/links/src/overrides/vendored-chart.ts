import { posix } from 'node:path';
import type { Tree } from '@regmigrate/core';
import { readChartFacts, type ChartFacts } from '@regmigrate/formats';
import { subchartKeys } from './subchart-keys.ts';

/** A chart in a folder that Helm fills: `web/charts/redis`, which web asks for from elsewhere. */
export interface VendoredChart {
  /** Of the innermost chart around the file, which may be a subchart of the one that is fetched. */
  readonly folder: string;
  /** Of the chart that asks for it. */
  readonly parent: string;
  /** The ways to its values in those of the parent: `redis`, `redis.common`. */
  readonly keys: readonly string[];
}

interface Level {
  readonly parent: string;
  readonly folder: string;
}

/** The fetched chart that a file belongs to; undefined for a file of a chart that lives in the tree. */
export function vendoredChart(tree: Tree, path: string): VendoredChart | undefined {
  const levels = levelsAbove(tree, path);
  const outermost = levels.findIndex(({ parent, folder }) => isFetched(tree, parent, folder));
  const inside = outermost < 0 ? [] : levels.slice(outermost);
  const [first] = inside;
  const last = inside.at(-1);
  if (!first || !last) return undefined;
  let keys: readonly string[] = [''];
  for (const { parent, folder } of inside) {
    const own = subchartKeys(nameOf(tree, folder), factsOf(tree, parent));
    keys = keys.flatMap((way) => own.map((key) => (way === '' ? key : `${way}.${key}`)));
  }
  return { folder: last.folder, parent: first.parent, keys };
}

/** Each chart above the file that lies in the `charts/` of another, the outermost first. */
function levelsAbove(tree: Tree, path: string): readonly Level[] {
  const parts = path.split('/');
  return parts.flatMap((part, index): readonly Level[] => {
    // A folder's name and that of a file in it come behind.
    if (part !== 'charts' || index + 2 >= parts.length) return [];
    const parent = parts.slice(0, index).join('/') || (path.startsWith('/') ? '/' : '.');
    const folder = parts.slice(0, index + 2).join('/');
    const areCharts = [parent, folder].every((at) => tree.list(at).includes('Chart.yaml'));
    return areCharts ? [{ parent, folder }] : [];
  });
}

function isFetched(tree: Tree, parent: string, folder: string): boolean {
  const name = nameOf(tree, folder);
  return factsOf(tree, parent).dependencies.some(
    (dependency) => dependency.name === name && /^(?!file:)./.test(dependency.repository ?? ''),
  );
}

const nameOf = (tree: Tree, folder: string): string =>
  readChartFacts(tree.read(posix.join(folder, 'Chart.yaml')) ?? '').name ?? posix.basename(folder);

/** What a chart says of itself, with what charts of the first version say in requirements.yaml. */
function factsOf(tree: Tree, folder: string): ChartFacts {
  const facts = readChartFacts(tree.read(posix.join(folder, 'Chart.yaml')) ?? '');
  const old = readChartFacts(tree.read(posix.join(folder, 'requirements.yaml')) ?? '');
  return { ...facts, dependencies: [...facts.dependencies, ...old.dependencies] };
}
