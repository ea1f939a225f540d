import { basename, posix, resolve } from 'node:path';
import type { Tree } from '@regmigrate/core';
import { readChartFacts, type ChartFacts } from '@regmigrate/formats';

/** The chart that the archive is a dependency of; undefined for one that does not lie in a chart's `charts/`. */
export function parentChart(archive: string, cwd: string, tree: Tree): ChartFacts | undefined {
  const folder = posix.dirname(archive);
  if (basename(resolve(cwd, folder)) !== 'charts') return undefined;
  const text = tree.read(posix.join(folder, '../Chart.yaml'));
  if (text === undefined) return undefined;
  const facts = readChartFacts(text);
  // Where charts of the first version name their dependencies.
  const requirements = readChartFacts(tree.read(posix.join(folder, '../requirements.yaml')) ?? '');
  return { ...facts, dependencies: [...facts.dependencies, ...requirements.dependencies] };
}
