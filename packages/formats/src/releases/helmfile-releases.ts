import { posix } from 'node:path';
import { valueOf } from '../yaml/locator.ts';
import { childOf } from '../yaml/outline.ts';
import { helmfile } from '../yaml/gitops/helm.ts';
import { isPath, localChart } from './local-chart.ts';
import type { ReleaseReader } from './read-releases.ts';
import type { ReleaseSource } from './release-source.ts';

/** Releases of Helmfile; paths are from its file. https://helmfile.readthedocs.io/en/latest/ */
export const helmfileReleases: ReleaseReader = ({ tree, path, text, source, object }) => {
  if (!helmfile.test(path)) return [];
  const folder = posix.dirname(path);
  return (childOf(object, 'releases')?.children ?? []).flatMap((release) => {
    const chart = localChart(tree, folder, text(release, 'chart'));
    if (chart === undefined) return [];
    const values = (childOf(release, 'values')?.children ?? []).flatMap((node): readonly ReleaseSource[] => {
      if (node.style === 'map') return [{ kind: 'map', node }];
      const written = valueOf(source, node) ?? '';
      return isPath(written) ? [{ kind: 'file', path: posix.join(folder, written) }] : [];
    });
    const set = ['set', 'setString', 'setTemplate'].flatMap((key) => childOf(release, key) ?? []);
    return [{ chart, sources: [...values, ...set.map((node) => ({ kind: 'settings', node }) as const)] }];
  });
};
