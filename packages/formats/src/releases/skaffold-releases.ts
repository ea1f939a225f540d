import { posix } from 'node:path';
import { childOf, type OutlineNode } from '../yaml/outline.ts';
import { isPath, localChart } from './local-chart.ts';
import type { ReleaseReader } from './read-releases.ts';
import type { ReleaseSource } from './release-source.ts';

/** Releases of Skaffold, those of profiles too; paths are from its file. https://skaffold.dev/docs/references/yaml/ */
export const skaffoldReleases: ReleaseReader = ({ tree, path, text, kind, apiVersion, object }) => {
  if (kind !== 'Config' || !apiVersion.startsWith('skaffold/')) return [];
  const folder = posix.dirname(path);
  const parts = [object, ...(childOf(object, 'profiles')?.children ?? [])];
  return parts.flatMap(helmReleases).flatMap((release) => {
    const chart = localChart(tree, folder, text(release, 'chartPath'));
    if (chart === undefined) return [];
    const files = text.all(release, 'valuesFiles').filter(isPath);
    const overrides = childOf(release, 'overrides');
    const set = ['setValueTemplates', 'setValues'].flatMap((key) => childOf(release, key) ?? []);
    const sources: readonly ReleaseSource[] = [
      ...files.map((file) => ({ kind: 'file', path: posix.join(folder, file) }) as const),
      ...(overrides ? [{ kind: 'map', node: overrides } as const] : []),
      ...set.map((node) => ({ kind: 'settings', node }) as const),
    ];
    return [{ chart, sources }];
  });
};

const helmReleases = (part: OutlineNode): readonly OutlineNode[] =>
  ['deploy', 'manifests'].flatMap(
    (key) => childOf(childOf(childOf(part, key), 'helm'), 'releases')?.children ?? [],
  );
