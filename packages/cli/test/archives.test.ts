import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { chart, pack } from '../../scanner/test/pack.ts';
import { folderWith, pod, runIn } from './run-in.ts';

const archive = 'web/charts/redis-1.2.tgz';
const values = '# the cache\nimage:\n  repository: k8s.gcr.io/pause\n  tag: "3.1"\n';

function folder(bytes: Buffer): string {
  const made = folderWith({
    'web/Chart.yaml':
      'apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n- name: redis\n  alias: cache\n',
    'web/charts/.keep': '',
    'releases/.keep': '',
  });
  writeFileSync(join(made, archive), bytes);
  return made;
}

describe('packed charts', () => {
  const packed = pack(...chart('redis', { 'values.yaml': values, 'README.md': '`k8s.gcr.io/pause:3.1`\n' }));

  it('are told of, with what the parent can set, and never written', async () => {
    const cwd = folder(packed);
    writeFileSync(join(cwd, 'releases/web-1.tgz'), packed);
    for (const command of [['lint'], ['fix', '--unsafe-fixes']]) {
      const { code, stdout } = await runIn(cwd, command);
      expect(code).toBe(1);
      expect(stdout).toContain(archive);
      expect(stdout).toContain('redis/values.yaml:3 image.repository');
      expect(stdout.replace(/\s+/g, ' ')).toContain(
        'set cache.image.repository to registry.k8s.io/pause in values.yaml of the parent chart',
      );
      expect(stdout).toMatch(/1 +manual/);
      expect(stdout).toMatch(/3 +kept +2 frozen-release, 1 vendored/);
    }
    expect(readFileSync(join(cwd, archive))).toEqual(packed);
  });

  it.each([{}, { REGMIGRATE_NO_RIPGREP: '1' }])('are told of in JSON and in lines %j', async (env) => {
    const cwd = folder(packed);
    const { stdout } = await runIn(cwd, ['--format=json'], { env });
    expect(JSON.parse(stdout)).toMatchObject({
      summary: { files: 4, findings: 1, manual: 1, kept: 1, problems: 0 },
      findings: [
        {
          file: archive,
          line: 1,
          column: 1,
          context: 'archive',
          locator: 'redis/values.yaml:3 image.repository',
          member: { path: 'redis/values.yaml', line: 3, column: 15 },
        },
      ],
      kept: [{ member: { path: 'redis/README.md' } }],
    });
    expect((await runIn(cwd, ['--format=concise', archive])).stdout).toMatch(
      /^web\/charts\/redis-1\.2\.tgz:1:1: warning .* \[manual\] redis\/values\.yaml:3 image\.repository: /,
    );
  });

  it('that are damaged are a problem', async () => {
    const { code, stdout } = await runIn(folder(packed.subarray(0, 100)), ['--format=json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ problems: [{ file: archive, code: 'archive-broken' }] });
  });

  it('and other packed files are no images, and no problem', async () => {
    const cwd = folder(packed);
    writeFileSync(join(cwd, 'pod.yaml'), pod('registry.k8s.io/pause:3.1'));
    writeFileSync(join(cwd, 'x.gz'), gzipSync('k8s.gcr.io/pause'));
    expect((await runIn(cwd, ['images', '--format=plain'])).stdout).toBe('registry.k8s.io/pause:3.1\n');
    const { code } = await runIn(cwd, ['pod.yaml', 'x.gz']);
    expect(code).toBe(0);
  });
});
