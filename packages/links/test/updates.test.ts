import { describe, expect, it } from 'vitest';
import { linked } from './linked.ts';

const objects = (image: string): string => `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageRepository
metadata: { name: p, namespace: f }
spec: { image: ${image} }
---
apiVersion: image.toolkit.fluxcd.io/v1
kind: ImagePolicy
metadata: { name: p, namespace: f }
spec: { imageRepositoryRef: { name: p } }
`;
const TAG = '# {"$imagepolicy": "f:p:tag"}';
const image = (name: string, registry: string, path: string): string =>
  `${name}:\n  registry: ${registry}\n  repository: ${path}\n  tag: "3.2" ${TAG}\n`;

describe('a tag whose registry stands in a key of its own', () => {
  const old = objects('k8s.gcr.io/pause');
  const outside = (path: string): boolean => path !== 'values.yaml';
  const repository = async (values: string, given?: (path: string) => boolean): Promise<string | undefined> =>
    (await linked({ 'repo.yaml': old, 'values.yaml': values }, given)).verdicts.find((verdict) =>
      verdict.startsWith('repo.yaml'),
    );

  it.each([
    ['moves with it', image('a', 'k8s.gcr.io', 'pause'), 'safe', 'manual'],
    ['is of another registry', image('a', 'docker.io', 'pause'), 'safe', 'safe'],
    ['is told elsewhere', `a:\n  repository: pause\n  tag: "3.2" ${TAG}\n`, 'unsafe', 'manual'],
  ])('%s', async (_what, values, verdict, alone) => {
    expect(await repository(values)).toBe(`repo.yaml k8s.gcr.io/pause ${verdict}`);
    expect(await repository(values, outside)).toBe(`repo.yaml k8s.gcr.io/pause ${alone}`);
  });
});

describe('takes no longer than there are lines', () => {
  const many = (line: (index: number) => string): string =>
    Array.from({ length: 5000 }, (_, index) => line(index)).join('');

  it.each([
    [
      'one set',
      many((index) => `k${index}:\n  image: k8s.gcr.io/pause:3.2 ${TAG.replace(':tag', '')}\n`),
      5001,
    ],
    ['registries of their own', many((index) => image(`k${index}`, 'k8s.gcr.io', 'pause')), 5001],
    [
      'one map',
      `registry: k8s.gcr.io\nrepository: pause\n${many((index) => `tag${index}: "3" ${TAG}\n`)}`,
      2,
    ],
  ])('%s', { timeout: 30_000 }, async (_what, values, size) => {
    const { sets } = await linked({ 'repo.yaml': objects('k8s.gcr.io/pause'), 'values.yaml': values });
    expect(sets).toEqual([size]);
  });
});
