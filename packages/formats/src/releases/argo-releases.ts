import { posix } from 'node:path';
import type { Tree } from '@regmigrate/core';
import { childOf, type OutlineNode } from '../yaml/outline.ts';
import type { ReleaseReader } from './read-releases.ts';
import { isPath, localChart } from './local-chart.ts';
import type { ReleaseSource } from './release-source.ts';

/** Applications of Argo CD; `path` is from the top of the repository. https://argo-cd.readthedocs.io/en/stable/user-guide/helm/ */
export const argoReleases: ReleaseReader = ({ tree, text, kind, apiVersion, object }) => {
  if (!/^Application(?:Set)?$/.test(kind) || !apiVersion.startsWith('argoproj.io/')) return [];
  const own = childOf(object, 'spec');
  const spec = kind === 'ApplicationSet' ? childOf(childOf(own, 'template'), 'spec') : own;
  const sources = [childOf(spec, 'source'), ...(childOf(spec, 'sources')?.children ?? [])];
  return sources.flatMap((source) => {
    const chart = localChart(tree, tree.root, text(source, 'path'));
    const helm = childOf(source, 'helm');
    if (chart === undefined || !helm) return [];
    const files = text.all(helm, 'valueFiles').flatMap((written) => valueFile(tree, chart, written) ?? []);
    return [{ chart, sources: [...files, ...inPlace(helm)] }];
  });
};

/** From the chart; from the top of the repository behind a slash or the name of another source, here taken to be it. */
function valueFile(tree: Tree, chart: string, written: string): ReleaseSource | undefined {
  const fromTop = /^(?:\$[\w-]+)?\/(.+)$/.exec(written)?.[1];
  const path = fromTop ?? written;
  return isPath(path) ? { kind: 'file', path: posix.join(fromTop ? tree.root : chart, path) } : undefined;
}

/** `valuesObject` takes the place of `values`, and parameters outweigh both. */
function inPlace(helm: OutlineNode): readonly ReleaseSource[] {
  const object = childOf(helm, 'valuesObject');
  const block = childOf(helm, 'values');
  const parameters = childOf(helm, 'parameters');
  const values: readonly ReleaseSource[] = object
    ? [{ kind: 'map', node: object }]
    : block
      ? [{ kind: 'block', node: block }]
      : [];
  return [...values, ...(parameters ? [{ kind: 'settings', node: parameters } as const] : [])];
}
