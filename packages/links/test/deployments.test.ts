import { describe, expect, it } from 'vitest';
import { linked } from './linked.ts';

const OLD = 'k8s.gcr.io/pause';
const pod = (image: string): string =>
  `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: ${image}\n`;
const list = (items: readonly string[], indent: number): string =>
  items.map((item) => `${' '.repeat(indent)}- ${item}\n`).join('');
const kustomization = (...entries: readonly string[]): string =>
  `resources:\n  - pod.yaml\nimages:\n${list(entries, 2)}`;
const argo = (...images: readonly string[]): string =>
  `apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec:\n  source:\n    path: app\n    kustomize:\n      images:\n${list(images, 8)}`;
const flux = (...images: readonly string[]): string =>
  `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nspec:\n  path: ./app\n  images:\n${list(images, 4)}`;

/** The verdict on the image of a pod in `app`, which `deployment` deploys. */
async function verdictOn(
  deployment: string,
  entries: readonly string[] = [],
  image = `${OLD}:3.9`,
): Promise<string | undefined> {
  const files = {
    'apps/web.yaml': deployment,
    'app/pod.yaml': pod(image),
    ...(entries.length > 0 && { 'app/kustomization.yaml': kustomization(...entries) }),
  };
  const { verdicts } = await linked(files);
  return verdicts
    .find((verdict) => verdict.startsWith('app/pod.yaml'))
    ?.split(' ')
    .at(-1);
}

describe('an entry that waits for the new name', () => {
  it.each([
    ['of an Application', argo('registry.k8s.io/pause:3.2'), ['{ name: nginx, newTag: "1" }']],
    ['of a Kustomization of Flux', flux('{ name: registry.k8s.io/pause, newTag: "3.2" }'), []],
  ])('%s holds the image back, though its file has no finding', async (_what, deployment, entries) => {
    expect(await verdictOn(deployment, entries)).toBe('unsafe');
  });
});

describe('the order of entries', () => {
  const chain = ['{ name: registry.k8s.io/pause, newTag: "3.2" }'];

  it('is that of names once Argo CD has set one', async () => {
    // What the last argument writes is matched by the entry of the kustomization, which stands behind it.
    const files = {
      'apps/web.yaml': argo(`example.com/pause=${OLD}`),
      'app/pod.yaml': pod('example.com/pause:3.9'),
      'app/kustomization.yaml': kustomization(...chain),
    };
    expect((await linked(files)).verdicts).toEqual([`apps/web.yaml ${OLD} unsafe`]);
  });

  it('changes with the names, and then counts too', async () => {
    // Renamed, the entry sorts behind `nginx`, which has no image before it.
    const entries = [`{ name: ${OLD}, newName: nginx }`];
    expect(await verdictOn(argo('nginx:1'), entries)).toBe('manual');
    expect(await verdictOn(flux('{ name: nginx, newTag: "1" }'), entries)).toBe('safe');
  });

  it('is that of the kustomization for Flux, which replaces the first of a name', async () => {
    const images = [`{ name: ${OLD}, newName: nginx }`];
    const entries = [`{ name: ${OLD}, newTag: "1" }`, '{ name: nginx, newTag: "2" }'];
    expect(await verdictOn(flux(...images), entries)).toBe('safe');
  });

  it('of two names that become one, Argo CD keeps one entry', async () => {
    const other = 'k8s.gcr.io/pause:3.2';
    const entries = [
      `{ name: ${OLD}, newTag: "1" }`,
      `{ name: "us.gcr.io/k8s-artifacts-prod/pause", newTag: "2" }`,
    ];
    const files = {
      'apps/web.yaml': argo('nginx:1'),
      'app/pod.yaml': `${pod(other)}    - image: us.gcr.io/k8s-artifacts-prod/pause:3.9\n`,
      'app/kustomization.yaml': kustomization(...entries),
    };
    const { verdicts } = await linked(files);
    expect(verdicts.map((verdict) => verdict.split(' ').at(-1))).toEqual([
      'manual',
      'manual',
      'manual',
      'manual',
    ]);
  });
});

describe('entries that another overrules', () => {
  it.each([
    ['Argo CD', argo(`${OLD}:3.2`)],
    ['Flux', flux(`{ name: ${OLD}, newTag: "3.2" }`)],
  ])('of %s move with it', async (_what, deployment) => {
    const files = {
      'apps/web.yaml': deployment,
      'app/pod.yaml': pod('nginx:1'),
      'app/kustomization.yaml': kustomization(`{ name: ${OLD}, newTag: "3.5" }`),
    };
    expect((await linked(files)).sets).toEqual([2]);
  });
});
