import { posix } from 'node:path';
import { childOf } from '../yaml/outline.ts';
import { isPath, localChart } from './local-chart.ts';
import type { ReleaseReader } from './read-releases.ts';

/** HelmReleases of Flux; paths are from the top of the source. https://fluxcd.io/flux/components/helm/helmreleases/ */
export const fluxReleases: ReleaseReader = ({ tree, text, kind, apiVersion, object }) => {
  if (kind !== 'HelmRelease' || !apiVersion.startsWith('helm.toolkit.fluxcd.io/')) return [];
  const spec = childOf(object, 'spec');
  const template = childOf(childOf(spec, 'chart'), 'spec');
  if (text(childOf(template, 'sourceRef'), 'kind') === 'HelmRepository') return [];
  const chart = localChart(tree, tree.root, text(template, 'chart'));
  if (chart === undefined) return [];
  const files = text.all(template, 'valuesFiles').filter(isPath);
  const values = childOf(spec, 'values');
  return [
    {
      chart,
      sources: [
        ...files.map((path) => ({ kind: 'file', path: posix.join(tree.root, path) }) as const),
        ...(values ? [{ kind: 'map', node: values } as const] : []),
      ],
    },
  ];
};
