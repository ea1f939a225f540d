import { posix } from 'node:path';
import { childOf, type OutlineNode } from '../yaml/outline.ts';
import { isPath, localChart } from './local-chart.ts';
import type { ReadObject, ReleaseReader } from './read-releases.ts';
import type { ReleaseSource } from './release-source.ts';

/** A bundle of Fleet, and what each of its targets gives on top. https://fleet.rancher.io/ref-fleet-yaml */
export const fleetReleases: ReleaseReader = (read) => {
  const { tree, path, text, object } = read;
  if (!/^fleet\.ya?ml$/.test(posix.basename(path))) return [];
  const helm = childOf(object, 'helm');
  const chart = localChart(tree, posix.dirname(path), text(helm, 'chart') ?? '.');
  if (chart === undefined) return [];
  const own = sourcesIn(read, helm);
  const targets = (childOf(object, 'targetCustomizations')?.children ?? []).map((target) =>
    sourcesIn(read, childOf(target, 'helm')),
  );
  return [own, ...targets.map((target) => [...own, ...target])].map((sources) => ({ chart, sources }));
};

function sourcesIn({ path, text }: ReadObject, helm: OutlineNode | undefined): readonly ReleaseSource[] {
  const values = childOf(helm, 'values');
  const files = text.all(helm, 'valuesFiles').filter(isPath);
  // Other than for the rest of these tools, its files outweigh what stands in place.
  return [
    ...(values ? [{ kind: 'map', node: values } as const] : []),
    ...files.map((file) => ({ kind: 'file', path: posix.join(posix.dirname(path), file) }) as const),
  ];
}
