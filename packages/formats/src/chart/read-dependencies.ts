import { posix } from 'node:path';
import type { Tree } from '@regmigrate/core';
import type { Dependency } from './chart.ts';
import { readChartFacts, type ChartDependency, type ChartFacts } from './read-chart-facts.ts';

/** What a chart declares, in Chart.yaml or in the requirements.yaml of older charts, and what lies in `charts/`. */
export function readDependencies(tree: Tree, folder: string, facts: ChartFacts): readonly Dependency[] {
  const old = readChartFacts(tree.read(posix.join(folder, 'requirements.yaml')) ?? '');
  const declared = [...facts.dependencies, ...old.dependencies].map((declaration) =>
    locate(tree, folder, declaration),
  );
  const inside = tree
    .list(posix.join(folder, 'charts'))
    .filter((name) => name.endsWith('/'))
    .map((name) => name.slice(0, -1))
    .filter((name) => !declared.some((dependency) => dependency.name === name))
    .map((name) => ({ name, key: name, repository: '', folder: posix.join(folder, 'charts', name) }));
  return [...declared, ...inside];
}

/** What `file://` names outweighs the copy that Helm puts into `charts/`. */
function locate(tree: Tree, folder: string, { name, alias, repository = '' }: ChartDependency): Dependency {
  const local = /^file:\/\/(.+)$/.exec(repository)?.[1];
  const candidates = [
    ...(local === undefined ? [] : [posix.join(folder, local)]),
    posix.join(folder, 'charts', name),
  ];
  return {
    name,
    key: alias ?? name,
    repository,
    folder: candidates.find((candidate) => tree.list(candidate).includes('Chart.yaml')),
  };
}
