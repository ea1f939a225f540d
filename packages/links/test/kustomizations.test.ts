import { describe, expect, it } from 'vitest';
import { linked } from './linked.ts';

const OLD = 'k8s.gcr.io/pause';
const pod = (...images: readonly string[]): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n${images.map((image) => `    - image: ${image}\n`).join('')}`;
const entry = (name = OLD, more = 'newTag: "3.5"'): string => `images:\n  - name: ${name}\n    ${more}\n`;
const resources = (...paths: readonly string[]): string =>
  `resources:\n${paths.map((path) => `  - ${path}\n`).join('')}`;

/** The verdicts of a base with one image and an overlay that says `overlay`. */
const verdicts = async (overlay: string, image = `${OLD}:3.2`): Promise<readonly string[]> => {
  const files = {
    'base/pod.yaml': pod(image),
    'base/kustomization.yaml': resources('pod.yaml'),
    'over/kustomization.yaml': overlay,
  };
  return (await linked(files)).verdicts.map((verdict) => verdict.split(' ').at(-1) ?? '');
};

describe('what an entry of images matches', () => {
  it.each([
    ['the name', OLD, `${OLD}:3.2`],
    ['with a digest', OLD, `${OLD}@sha256:${'a'.repeat(64)}`],
    ['with no tag', OLD, OLD],
    ['dots escaped', 'k8s\\.gcr\\.io/pause', `${OLD}:3.2`],
    ['quoted', `'${OLD}'`, `"${OLD}:3.2"`],
  ])('%s', async (_what, name, image) => {
    const files = { 'pod.yaml': pod(image), 'kustomization.yml': resources('pod.yaml') + entry(name) };
    expect((await linked(files)).lints).not.toContain('kustomization.yml matches-nothing');
  });

  it.each([
    ['a longer name', `${OLD}-win:3.2`],
    ['a longer path', `mirror.example.com/${OLD}:3.2`],
  ])('not %s', async (_what, image) => {
    const files = { 'pod.yaml': pod(image), Kustomization: resources('pod.yaml') + entry() };
    expect((await linked(files)).lints).toEqual(['Kustomization matches-nothing']);
  });

  it('not ephemeral containers, nor what is no container', async () => {
    const other = pod().replace('containers', 'ephemeralContainers') + `    - image: ${OLD}:3.2\n`;
    const files = { 'pod.yaml': other, 'kustomization.yaml': resources('pod.yaml') + entry() };
    expect((await linked(files)).lints).toEqual(['kustomization.yaml matches-nothing']);
  });

  it('items of lists, and volumes that are images', async () => {
    const volume = `apiVersion: v1\nkind: Pod\nspec:\n  volumes:\n    - image: {reference: ${OLD}:3.2}\n`;
    const list = `apiVersion: v1\nkind: List\nitems:\n  - kind: Pod\n    spec: {containers: [{image: ${OLD}:3.2}]}\n`;
    const files = {
      'a.yaml': volume,
      'b.yaml': list,
      'kustomization.yaml': resources('a.yaml', 'b.yaml') + entry(),
    };
    expect((await linked(files)).sets).toEqual([3]);
  });
});

describe('sets', () => {
  it('are safe where all is plain', async () => {
    expect(await verdicts(resources('../base') + entry())).toEqual(['safe', 'safe']);
  });

  it('are as weak as their weakest place', async () => {
    const absent = entry('k8s.gcr.io/coredns', 'newTag: 1.6.9');
    const found = await verdicts(resources('../base') + absent, 'k8s.gcr.io/coredns:1.6.5');
    expect(found).toEqual(['unsafe', 'unsafe']);
  });

  it('hold all overlays of a base, through others as well', async () => {
    const over = resources('../base') + entry();
    const files = {
      'base/pod.yaml': pod(`${OLD}:3.2`),
      'base/kustomization.yaml': resources('pod.yaml'),
      'a/kustomization.yaml': over,
      'b/kustomization.yaml': resources('../middle') + entry(),
      'middle/kustomization.yaml': 'bases:\n  - ../base\n',
    };
    expect((await linked(files)).sets).toEqual([3]);
  });

  it('part where an entry writes another name', async () => {
    const files = {
      'pod.yaml': pod('gcr.io/google_containers/pause:3.2'),
      'kustomization.yaml':
        resources('pod.yaml') + entry('gcr.io/google_containers/pause', `newName: ${OLD}`),
      'next/kustomization.yaml': resources('..') + entry(),
    };
    expect((await linked(files)).sets).toEqual([2, 2]);
  });

  it.each([
    ['https://example.com/all.yaml'],
    ['github.com/example/all//deploy?ref=v1'],
    ['git@github.com:example/all.git'],
    ['https://github.com/example/all.git//x?ref=main'],
    ['git::https://example.com/all'],
    ['example.com/group/all.git'],
  ])('are manual where %s may hold the name too', async (remote) => {
    const { verdicts: found, problems } = await linked({
      'pod.yaml': pod(`${OLD}:3.2`),
      'kustomization.yaml': resources('pod.yaml', remote) + entry(),
    });
    expect(found.map((verdict) => verdict.split(' ').at(-1))).toEqual(['manual', 'manual']);
    expect(problems).toEqual([]);
  });

  it('are manual where charts or generators add what is not read', async () => {
    const chart = 'helmCharts:\n  - name: web\n    repo: https://example.com\n';
    expect(await verdicts(resources('../base') + chart + entry())).toEqual(['manual', 'manual']);
    expect(await verdicts(resources('../base') + 'generators: [gen.yaml]\n' + entry())).toContain('manual');
  });

  it('that leave the given paths are not changed', async () => {
    const files = {
      'base/pod.yaml': pod(`${OLD}:3.2`),
      'base/kustomization.yaml': resources('pod.yaml'),
      'over/kustomization.yaml': resources('../base') + entry(),
    };
    for (const given of ['base/', 'over/'])
      expect((await linked(files, (path) => path.startsWith(given))).verdicts.join()).toMatch(/ manual$/);
  });
});

describe('trees that are broken, large or hostile', () => {
  const problemsOf = async (files: Readonly<Record<string, string>>) => (await linked(files)).problems;

  it('cycles, also of components', async () => {
    const own = pod(`${OLD}:3.2`);
    expect(await problemsOf({ 'pod.yaml': own, 'kustomization.yaml': resources('pod.yaml', '.') })).toEqual([
      'kustomization.yaml kustomization-cycle',
    ]);
    const component = 'kind: Component\ncomponents: [../c]\n';
    const user = resources('pod.yaml') + 'components: [../c]\n';
    expect(
      await problemsOf({
        'a/pod.yaml': own,
        'a/kustomization.yaml': user,
        'c/kustomization.yaml': component,
      }),
    ).toEqual(['c/kustomization.yaml kustomization-cycle']);
  });

  it('a chain of 1,000 kustomizations', async () => {
    const files: Record<string, string> = { 'k0/pod.yaml': pod(`${OLD}:3.2`) };
    for (let at = 0; at < 1000; at++)
      files[`k${at}/kustomization.yaml`] = resources(at === 0 ? 'pod.yaml' : `../k${at - 1}`) + entry();
    const { verdicts: found } = await linked(files);
    expect(found).toHaveLength(1001);
  });

  it('5,000 resources, and an entry for each', async () => {
    const names = Array.from({ length: 5000 }, (_, at) => `r${at}.yaml`);
    const files: Record<string, string> = Object.fromEntries(
      names.map((name) => [name, pod(`${OLD}-${name.slice(1, -5)}:3.2`)]),
    );
    files['kustomization.yaml'] =
      resources(...names) +
      `images:\n${names.map((name) => `  - {name: ${OLD}-${name.slice(1, -5)}, newTag: "1"}\n`).join('')}`;
    const start = performance.now();
    expect((await linked(files)).sets).toHaveLength(5000);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it.each([
    [''],
    ['- a\n- b\n'],
    ['resources: x\nimages: y\npatches: {a: b}\n'],
    ['resources: [{a: b}, [c], null, ""]\nimages: [null, x, [y], {name: {}}]\n'],
    ['resources: [*none]\nimages:\n  - name: "\\q"\n'],
    ['images:\n  - name: "[("\n  - name: (a+)+$\n'],
    ['transformers:\n  - |-\n    x\n  - kind\npatches:\n  - patch: "[{\\"op\\":\\"test\\"}]"\n'],
    ['\uFEFFresources:\r\n- ../..\r\n- /\r\n- ..\r\n'],
  ])('no exception for %j', async (text) => {
    const files = { 'a/pod.yaml': pod(`${OLD}:3.2`), 'a/kustomization.yaml': text };
    expect((await linked(files)).verdicts).not.toEqual([]);
  });
});
