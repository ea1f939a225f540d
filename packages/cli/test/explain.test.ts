import { describe, expect, it } from 'vitest';
import { folderWith, runIn } from './run-in.ts';

const explain = (reference: string) => runIn(folderWith({}), ['explain', reference]);

describe('explain', () => {
  it('tells the parts, the outcome, the rule and what the catalogue knows', async () => {
    const { code, stdout } = await explain('k8s.gcr.io/pause:3.1');
    expect(code).toBe(0);
    expect(stdout).toMatch(/domain {2}k8s\.gcr\.io\n {2}path {4}pause\n {2}tag {5}3\.1\n/);
    expect(stdout).toContain('safe  In an image field, regmigrate fix writes registry.k8s.io/pause:3.1\n');
    expect(stdout).toContain('rule   k8s-gcr-io: ');
    expect(stdout).toMatch(/Tag 3\.1 exists/);
  });

  it('has nothing to do for a name that is not retired, and tells its defaults', async () => {
    const { code, stdout } = await explain('nginx');
    expect(code).toBe(0);
    expect(stdout).toContain('docker.io/library/nginx');
    expect(stdout).toContain('latest (by default)');
    expect(stdout).toContain('nothing to do');
  });

  it('shows where a reference is malformed', async () => {
    expect(await explain('k8s.gcr.io/Pause:3.1')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'regmigrate: This is not an image reference: the path has capital letters.\n' +
        '  k8s.gcr.io/Pause:3.1\n' +
        '             ^\n',
    });
  });

  it('takes a web address for none', async () => {
    const { code, stderr } = await explain('https://k8s.gcr.io/v2/');
    expect(code).toBe(2);
    expect(stderr).toContain('https:// is no part of one.\n');
  });

  it('leaves a transport in front of a reference alone', async () => {
    const { code, stdout } = await explain('docker://k8s.gcr.io/pause:3.2');
    expect(code).toBe(0);
    expect(stdout).toContain('prefix  docker:// ');
    expect(stdout).toContain('safe  In an image field, regmigrate fix writes registry.k8s.io/pause:3.2\n');
  });

  it.each(['k8s.gcr.io', 'k8s.gcr.io/', 'docker://k8s.gcr.io'])(
    'says of the domain %s that its place decides',
    async (domain) => {
      const { code, stdout } = await explain(domain);
      expect(code).toBe(0);
      expect(stdout).not.toMatch(/docker\.io|^safe/m);
      expect(stdout).toMatch(/^ {2}unsafe {2}.*--unsafe-fixes$/m);
      expect(stdout).toMatch(/^ {2}manual {2}/m);
      expect(stdout).toMatch(/^ {2}kept {4}/m);
      expect(stdout).toContain('rule   k8s-gcr-io: ');
    },
  );

  it('takes no lone domain for an image of Docker Hub', async () => {
    expect((await explain('quay.io')).stdout).toMatch(/a registry[^]*nothing to do/);
    expect((await explain('gcr.io/google_containers')).stdout).toMatch(/a registry[^]*^manual/m);
  });

  it('tells for which place an unsafe fix is meant', async () => {
    const { stdout } = await explain('k8s.gcr.io/coredns:99');
    expect(stdout).toMatch(/^unsafe {2}In an image field, regmigrate fix --unsafe-fixes writes\s/m);
  });
});
