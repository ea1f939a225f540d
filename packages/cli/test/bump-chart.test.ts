import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, runIn } from './run-in.ts';

const chart = {
  'web/Chart.yaml': 'name: web\nversion: 1.2.3\n',
  'web/values.yaml': 'image: k8s.gcr.io/pause:3.1\n',
  'web/templates/pod.yaml': 'spec:\n  containers:\n    - image: {{ .Values.image }}\n',
};

const versionIn = (folder: string): string | undefined =>
  /version: (.*)/.exec(readFileSync(join(folder, 'web/Chart.yaml'), 'utf8'))?.[1];

interface Told {
  readonly companions: readonly { readonly kind: string; readonly new: string }[];
  readonly hints: readonly { readonly file: string; readonly code: string }[];
  readonly summary: { readonly fixed: number; readonly findings: number };
}

const told = (stdout: string): Told => JSON.parse(stdout) as Told;

describe('a chart that changes', () => {
  it('is hinted at where its version is not to be raised', async () => {
    const folder = folderWith(chart);
    const { code, stdout } = await runIn(folder, ['fix', '--format=json']);
    expect(told(stdout)).toMatchObject({
      companions: [],
      hints: [{ file: 'web/Chart.yaml', code: 'chart-version' }],
    });
    expect([code, versionIn(folder)]).toEqual([0, '1.2.3']);
  });

  it('gets a version that is no finding, and that undo takes back', async () => {
    const folder = folderWith(chart);
    const { stdout } = await runIn(folder, ['fix', '--bump-chart=patch', '--format=json']);
    expect(told(stdout)).toMatchObject({
      companions: [{ kind: 'chart-version', new: '1.2.4' }],
      hints: [],
      summary: { fixed: 1, findings: 0 },
    });
    expect(versionIn(folder)).toBe('1.2.4');
    await runIn(folder, ['undo']);
    expect(versionIn(folder)).toBe('1.2.3');
  });

  it('gets it in the patch', async () => {
    const folder = folderWith(chart);
    const { stdout } = await runIn(folder, ['fix', '--diff', '--bump-chart=minor']);
    expect(stdout).toContain('-version: 1.2.3\n+version: 1.3.0\n');
    expect(versionIn(folder)).toBe('1.2.3');
  });

  it('keeps a version that is later than the committed one', async () => {
    const folder = folderWith(chart);
    rmSync(join(folder, '.git'), { recursive: true });
    const git = (...args: string[]): unknown =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: folder });
    git('init', '-q');
    git('add', 'web');
    git('commit', '-qm', 'one');
    writeFileSync(join(folder, 'web/Chart.yaml'), 'name: web\nversion: 1.2.4\n');
    const { stdout } = await runIn(folder, ['fix', '--bump-chart=minor', '--format=json']);
    expect(told(stdout)).toMatchObject({ companions: [], hints: [], summary: { fixed: 1 } });
    expect(versionIn(folder)).toBe('1.2.4');
  });

  it.each([
    ['that cannot be counted on from', 'name: web\nversion: 1.2.3-rc.1\n'],
    ['that is missing', 'name: web\n'],
  ])('is told where it has a version %s', async (_, text) => {
    const folder = folderWith({ ...chart, 'web/Chart.yaml': text });
    const { stdout } = await runIn(folder, ['fix', '--bump-chart=patch', '--format=json']);
    expect(told(stdout)).toMatchObject({ companions: [], hints: [{ code: 'version-unclear' }] });
  });
});

it.each([
  [['fix', '--bump-chart=major'], '--bump-chart takes patch or minor, not "major".'],
  [['fix', '--bump-chart'], 'The option --bump-chart needs a value, as in --bump-chart=patch.'],
  [['fix', '-', '--bump-chart=patch'], 'Standard input is no chart: --bump-chart needs files.'],
])('%j is refused', async (argv, message) => {
  expect(await runIn(folderWith({}), argv)).toMatchObject({ code: 2, stderr: `regmigrate: ${message}\n` });
});
