import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { needsTool, testTool } from '@regmigrate/testkit';
import { expect, it } from 'vitest';
import { gitFolder } from './git-folder.ts';
import { pod, runIn } from './run-in.ts';

const kustomize = `--kustomize-bin=${testTool('kustomize') ?? ''}`;
const overlay = (more = '') =>
  `resources: [../base]\nimages:\n  - { name: k8s.gcr.io/pause, newTag: "3.2" }\n${more}`;
const base = {
  'base/kustomization.yaml': 'resources: [pod.yaml]\n',
  'base/pod.yaml': pod('k8s.gcr.io/pause:3.1'),
};

async function verify(folder: string, ...argv: string[]) {
  const { stdout, stderr } = await runIn(folder, ['verify', kustomize, '--format=json', ...argv]);
  expect(stderr).toBe('');
  const { renderings } = JSON.parse(stdout) as { renderings: readonly Record<string, unknown>[] };
  return renderings;
}

needsTool('kustomize')('verify', () => {
  it('proves a base through the overlay that uses it', async () => {
    const generator = 'configMapGenerator:\n  - { name: c, files: [key=c.txt] }\n';
    const folder = gitFolder({
      ...base,
      'prod/kustomization.yml': overlay(generator),
      'prod/c.txt': 'k8s.gcr.io/pause:3.1\n',
    });
    const { code, stdout } = await runIn(folder, ['fix', '--unsafe-fixes', '--verify', kustomize]);
    expect(stdout).toMatch(
      /^1 kustomization compared with the state before the last fix: 1 rendering\n {2}1 {2}proven/,
    );
    expect(code).toBe(0);
    expect(await verify(folder, 'base')).toMatchObject([
      { path: 'prod', status: 'proven', moved: 2, derived: 1 },
    ]);
  });

  it('loads files from outside the folder, but none from outside the tree', async () => {
    const folder = gitFolder({
      'shared/pod.yaml': pod('registry.k8s.io/pause:3.1'),
      'prod/kustomization.yaml': 'resources: [../shared/pod.yaml]\n',
      'leak/kustomization.yaml':
        'resources: [../shared/pod.yaml]\nconfigMapGenerator: [{ name: c, files: [/etc/hostname] }]\n',
    });
    expect(await verify(folder)).toMatchObject([
      { path: 'leak', status: 'unproven' },
      { path: 'prod', status: 'unchanged' },
    ]);
  });

  it('fails where an override is dropped', async () => {
    const folder = gitFolder({ ...base, 'prod/kustomization.yaml': overlay() });
    writeFileSync(join(folder, 'base/pod.yaml'), pod('registry.k8s.io/pause:3.1'));
    expect(await verify(folder)).toMatchObject([
      {
        path: 'prod',
        status: 'failed',
        differences: [
          {
            path: 'spec.containers[0].image',
            before: 'k8s.gcr.io/pause:3.2',
            after: 'registry.k8s.io/pause:3.1',
          },
        ],
      },
    ]);
  });

  it('builds a base that nobody uses, and of a circle one', async () => {
    const folder = gitFolder({
      ...base,
      'a/kustomization.yaml': 'resources: [../b]\n',
      'b/kustomization.yaml': 'resources: [../a]\n',
    });
    expect(await verify(folder)).toMatchObject([
      { path: 'a', status: 'unproven', reason: expect.stringContaining('cycle') as string },
      { path: 'base', status: 'left' },
    ]);
  });

  it.each([
    ['resources: [https://example.com/pod.yaml]\n', 'it needs https://example.com/pod.yaml, which'],
    ['resources: ["github.com/org/repo//base?ref=v1"]\n', 'it needs github.com/org/repo//base?ref=v1, which'],
    ['components: ["git@example.com:org/repo.git"]\n', 'it needs git@example.com:org/repo.git, which'],
    ['resources: [../../../pod.yaml]\n', 'lies outside of the tree'],
    ['resources: [missing.yaml]\n', 'missing.yaml'],
    ['helmCharts: [{ name: web, repo: "https://charts.example" }]\n', '--enable-helm'],
    ['resources: [\n', 'yaml: line 1'],
  ])('does not build %j', async (text, reason) => {
    const folder = gitFolder({ 'x/kustomization.yaml': text });
    const [only] = await verify(folder);
    expect(only).toMatchObject({ status: 'unproven', reason: expect.stringContaining(reason) as string });
  });
});
