import { posix } from 'node:path';
import type { Tree } from '@regmigrate/core';
import type { Dependency } from './chart.ts';
import { nodeAt, readValues, scalarAt, type Values } from './values.ts';

/** What a chart declares, in Chart.yaml or in the requirements.yaml of older charts, and what lies in `charts/`. */
export function readDependencies(tree: Tree, folder: string, about: Values): readonly Dependency[] {
  const old = tree.read(posix.join(folder, 'requirements.yaml'));
  const declared = [about, ...(old === undefined ? [] : [readValues(old)])].flatMap((values) =>
    declaredIn(tree, folder, values),
  );
  const inside = tree
    .list(posix.join(folder, 'charts'))
    .filter((name) => name.endsWith('/'))
    .map((name) => name.slice(0, -1))
    .filter((name) => !declared.some((dependency) => dependency.name === name))
    .map((name) => ({ name, key: name, repository: '', folder: posix.join(folder, 'charts', name) }));
  return [...declared, ...inside];
}

function declaredIn(tree: Tree, folder: string, values: Values): readonly Dependency[] {
  const list = nodeAt(values, ['dependencies']);
  if (list?.style !== 'seq') return [];
  return list.children.flatMap((_, index): readonly Dependency[] => {
    const field = (key: string): string | undefined => scalarAt(values, ['dependencies', String(index), key]);
    const name = field('name');
    if (name === undefined) return [];
    const repository = field('repository') ?? '';
    return [
      { name, key: field('alias') ?? name, repository, folder: folderOf(tree, folder, name, repository) },
    ];
  });
}

/** What `file://` names outweighs the copy that Helm puts into `charts/`. */
function folderOf(tree: Tree, folder: string, name: string, repository: string): string | undefined {
  const local = /^file:\/\/(.+)$/.exec(repository)?.[1];
  const candidates = [
    ...(local === undefined ? [] : [posix.join(folder, local)]),
    posix.join(folder, 'charts', name),
  ];
  return candidates.find((candidate) => tree.list(candidate).includes('Chart.yaml'));
}
