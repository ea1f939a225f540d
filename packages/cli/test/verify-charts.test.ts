import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { needsTool, testTool } from '@regmigrate/testkit';
import { describe, expect, it } from 'vitest';
import { chartFiles } from './chart-files.ts';
import { gitFolder } from './git-folder.ts';
import { folderWith, runIn } from './run-in.ts';

interface Rendering {
  readonly path: string;
  readonly values: string | null;
  readonly status: string;
  readonly reason: string | null;
  readonly moved: number;
  readonly derived: number;
  readonly random: number;
  readonly differences: readonly { readonly path: string | null; readonly before: string | null }[];
  readonly left: readonly { readonly reference: string; readonly template: string | null }[];
}

describe.each(['helm3', 'helm4'] as const)('with %s', (tool) => {
  const helm = `--helm-bin=${testTool(tool) ?? ''}`;

  /** Fixes the tree, then verifies it against the record of the fix. */
  async function verified(files: Record<string, string>, ...argv: string[]): Promise<readonly Rendering[]> {
    const folder = folderWith(files);
    await runIn(folder, ['fix', '--unsafe-fixes']);
    return verify(folder, ...argv);
  }

  async function verify(folder: string, ...argv: string[]): Promise<readonly Rendering[]> {
    const { stdout, stderr } = await runIn(folder, ['verify', helm, '--format=json', ...argv]);
    expect(stderr).toBe('');
    return (JSON.parse(stdout) as { renderings: readonly Rendering[] }).renderings;
  }

  needsTool(tool)('verify', () => {
    it('proves a chart whose reference is split over keys', async () => {
      expect(await verified(chartFiles('web'))).toMatchObject([
        { path: 'web', values: null, status: 'proven', moved: 1, differences: [], left: [] },
      ]);
    });

    it('renders for the Kubernetes that it is told', async () => {
      const files = chartFiles('web', { chart: "kubeVersion: '~1.17.0'\n" });
      expect(await verified(files)).toMatchObject([
        { status: 'unproven', reason: expect.stringContaining('1.17') },
      ]);
      expect(await verified(files, '--kube-version=1.17.3')).toMatchObject([{ status: 'proven', moved: 1 }]);
    });

    it('sees through checksums and random values', async () => {
      const annotations =
        '    checksum/values: {{ toYaml .Values | sha256sum }}\n    salt: {{ randAlphaNum 9 | quote }}\n';
      expect(await verified(chartFiles('web', { annotations }))).toMatchObject([
        { status: 'proven', moved: 1, derived: 1, random: 1 },
      ]);
    });

    it('renders with the values for tests, and with those that are given', async () => {
      const files = {
        ...chartFiles('web'),
        'web/ci/tag-values.yaml': 'image: { tag: "3.2" }\n',
        'web/ci/notes.txt': '',
        'prod.yaml': 'image: { repository: coredns/coredns, tag: v1.8.6 }\n',
      };
      expect(await verified(files, '--values=prod.yaml')).toMatchObject([
        { values: null, status: 'proven' },
        { values: 'ci/tag-values.yaml', status: 'proven' },
        { values: 'prod.yaml', status: 'proven' },
      ]);
    });

    it('renders libraries and local dependencies through the charts that use them', async () => {
      const files = {
        ...chartFiles('charts/web', {
          chart: 'dependencies:\n  - { name: common, version: 1.x.x, repository: "file://../common" }\n',
          rest: '    - name: b\n      image: {{ include "common.image" . }}\n',
        }),
        'charts/common/Chart.yaml': 'apiVersion: v2\nname: common\nversion: 1.0.0\ntype: library\n',
        'charts/common/templates/_image.tpl': '{{ define "common.image" }}k8s.gcr.io/pause:3.2{{ end }}\n',
      };
      const [web, ...others] = await verified(files, 'charts/common');
      expect(others).toEqual([]);
      expect(web).toMatchObject({ path: 'charts/web', status: 'proven', moved: 2 });
    });

    it('proves an umbrella of a hundred charts', async () => {
      const names = Array.from({ length: 100 }, (_, index) => `part-${index}`);
      const dependencies = names.map(
        (name) => `  - { name: ${name}, version: 1.0.0, repository: "file://../${name}" }\n`,
      );
      const files = Object.assign(
        chartFiles('all', { chart: `dependencies:\n${dependencies.join('')}` }),
        ...names.map((name) => chartFiles(name)),
      ) as Record<string, string>;
      const all = await verified(files, 'all');
      expect(all).toMatchObject([{ path: 'all', status: 'proven', moved: 101 }]);
    }, 60_000);

    it('fails where a template does something else with the new name', async () => {
      const rest = '{{- if gt (len (toYaml .Values)) 64 }}\n  dnsPolicy: Default\n{{- end }}\n';
      const folder = folderWith(chartFiles('web', { rest }));
      writeFileSync(
        join(folder, 'web/values.yaml'),
        readFileSync(join(folder, 'web/values.yaml'), 'utf8').replaceAll('\n', '\r\n'),
      );
      const names = ['web/values.yaml', 'web/templates/pod.yaml'];
      const bytes = () => names.map((name) => readFileSync(join(folder, name), 'latin1'));
      const before = bytes();
      const { code, stdout } = await runIn(folder, ['fix', '--verify', helm]);
      expect(code).toBe(1);
      expect(stdout).toMatch(/failed {5}default values: 1 move\n +Pod\/web spec\.dnsPolicy\n/);
      expect(stdout).toContain('[proof-failed]');
      expect(stdout).not.toContain('Rewrote');
      expect(bytes()).toEqual(before);
    });

    it('fails where the new name does not render', async () => {
      const rest = '{{- if gt (len (toYaml .Values)) 64 }}{{ fail "no" }}{{ end }}\n';
      expect(await verified(chartFiles('web', { rest }))).toMatchObject([
        {
          status: 'failed',
          reason: expect.stringContaining('it rendered before and does not now') as string,
        },
      ]);
    });

    it('keeps fixes that are proven, and those that cannot be', async () => {
      const folder = folderWith({ ...chartFiles('web'), ...chartFiles('lost', { rest: '{{ end }}\n' }) });
      const { code, stdout } = await runIn(folder, ['fix', '--verify', helm]);
      expect(code).toBe(1);
      expect(stdout).toContain('  1  proven     ');
      expect(stdout).toContain('  1  unproven   ');
      for (const name of ['web', 'lost'])
        expect(readFileSync(join(folder, name, 'values.yaml'), 'utf8')).toContain(
          'registry: registry.k8s.io',
        );
    });

    it('tells what is left, and which template made it', async () => {
      const rest = '    - name: b\n      image: {{ printf "%s/%s:3.2" "k8s.gcr.io" "pause" }}\n';
      const folder = gitFolder(
        chartFiles('web', { rest, values: 'image: { registry: a, repository: b, tag: c }\n' }),
      );
      expect(await verify(folder)).toMatchObject([
        { status: 'left', left: [{ reference: 'k8s.gcr.io/pause:3.2', template: 'web/templates/pod.yaml' }] },
      ]);
    });

    it('compares with a commit, and knows what is new', async () => {
      const folder = gitFolder(
        chartFiles('web', { values: 'image: { registry: a, repository: b, tag: "1" }\n' }),
      );
      expect(await verify(folder)).toMatchObject([{ status: 'unchanged' }]);
      writeFileSync(join(folder, 'web/values.yaml'), 'image: { registry: a, repository: b, tag: "2" }\n');
      expect(await verify(folder, '--base=HEAD')).toMatchObject([
        { status: 'failed', differences: [{ path: 'spec.containers[0].image', before: 'a/b:1' }] },
      ]);
      await import('node:fs').then(({ cpSync }) =>
        cpSync(join(folder, 'web'), join(folder, 'new'), { recursive: true }),
      );
      expect(await verify(folder, 'new')).toMatchObject([
        { status: 'unproven', reason: expect.stringContaining('new') as string },
      ]);
    });

    it('follows no link out of the tree', async () => {
      const outside = folderWith({ 'secret.yaml': 'kind: Secret\nmetadata: { name: x }\n' });
      const folder = folderWith(chartFiles('web'));
      symlinkSync(join(outside, 'secret.yaml'), join(folder, 'web/templates/secret.yaml'));
      symlinkSync('pod.yaml', join(folder, 'web/templates/again.yaml'));
      await runIn(folder, ['fix']);
      // Both names of the template are rendered, as Helm itself would.
      expect(await verify(folder)).toMatchObject([{ status: 'proven', moved: 2, differences: [] }]);
    });

    it.each<[string, Record<string, string>, string]>([
      [
        'a missing dependency',
        chartFiles('web', {
          chart: 'dependencies: [{ name: db, version: 1.0.0, repository: "https://charts.example" }]\n',
        }),
        'missing in charts/ directory: db',
      ],
      ['a required value', chartFiles('web', { rest: '{{ required "say who" .Values.who }}\n' }), 'say who'],
      ['a broken Chart.yaml', chartFiles('web', { chart: 'a: [\n' }), 'Chart.yaml'],
      [
        'values that are no map',
        { ...chartFiles('web'), 'web/values.yaml': '- image: k8s.gcr.io/pause:3.1\n' },
        'values',
      ],
      ['unbalanced actions', chartFiles('web', { rest: '{{ if .Values.a }}\n' }), 'unexpected EOF'],
      [
        'dependencies in a circle',
        {
          ...chartFiles('web', {
            chart: 'dependencies: [{ name: zoo, version: 1.0.0, repository: "file://../zoo" }]\n',
          }),
          ...chartFiles('zoo', {
            chart: 'dependencies: [{ name: web, version: 1.0.0, repository: "file://../web" }]\n',
          }),
        },
        'form a circle: web → zoo → web',
      ],
      [
        'a dependency outside of the tree',
        chartFiles('web', {
          chart: 'dependencies: [{ name: b, version: 1.0.0, repository: "file://../../../../b" }]\n',
        }),
        'lies outside of the tree',
      ],
      [
        'a dependency with a path for a name',
        chartFiles('web', {
          chart: 'dependencies: [{ name: ../../../b, version: 1.0.0, repository: "file://." }]\n',
        }),
        'has no name of a chart',
      ],
    ])('does not pass %s', async (_, files, reason) => {
      const [web] = await verified(files, 'web');
      expect(web).toMatchObject({
        path: 'web',
        status: 'unproven',
        reason: expect.stringContaining(reason) as string,
      });
      expect(web?.reason).not.toMatch(/regmigrate-verify|\n/);
    });
  });
});
