import { execFileSync } from 'node:child_process';
import { beforeAll, expect, it } from 'vitest';
import { needsTool, testTool } from '@regmigrate/testkit';
import { buildBundle } from './bundle.ts';
import { events } from './events.ts';
import { FakeGitHub } from './fake-github.ts';
import { pod, Repository } from './repository.ts';
import { runStep } from './run-step.ts';

const old = 'k8s.gcr.io/pause:3.1';

// The runner brings its own Node, that of action.yml.
needsTool('node24')('on Node 24', () => {
  let main: string;
  beforeAll(() => {
    main = buildBundle();
  });
  const node = (): string => testTool('node24')!;

  it('is Node 24', () => {
    expect(execFileSync(node(), ['--version'], { encoding: 'utf8' })).toMatch(/^v24\./);
  });

  it.each(['github', 'pretty', 'html'])('checks, and prints nothing else: %s', async (format) => {
    const { folder } = Repository.create({ 'pod.yaml': pod(old), '.regmigrate.yaml': 'version: 1\n' });
    const event = events.push('0'.repeat(40), '0'.repeat(40));
    const ended = await runStep({ main, workspace: folder, event, node: node(), inputs: { format } });
    expect(ended).toMatchObject({ code: 1, outputs: { findings: '1', safe: '1' } });
    expect(ended.log).not.toMatch(/Warning:/);
  });

  it('suggests, asking again after 502', async () => {
    const repository = Repository.create({ 'x.md': '' });
    const base = repository.git('rev-parse', 'HEAD');
    const head = repository.commit({ 'pod.yaml': pod(old) });
    const github = await FakeGitHub.start({ repository, base, head });
    github.faults.push({ method: 'GET', path: /files$/, status: 502 });
    const inputs = { mode: 'suggest', token: github.token, 'only-changed': 'true' };
    const event = events.pullRequest({ base, head });
    const step = { main, workspace: repository.folder, event, node: node(), inputs, apiUrl: github.url };
    expect((await runStep(step)).code).toBe(1);
    expect(github.comments).toMatchObject([{ path: 'pod.yaml', line: 8 }]);
  });

  it('commits', async () => {
    const source = Repository.create({ 'pod.yaml': pod(old) });
    const head = source.git('rev-parse', 'HEAD');
    const [remote, clone] = [new Repository(), new Repository()];
    execFileSync('git', ['clone', '-q', '--bare', source.folder, remote.folder]);
    execFileSync('git', ['clone', '-q', remote.folder, clone.folder]);
    const event = events.pullRequest({ base: head, head, branch: 'main' });
    const inputs = { mode: 'fix-commit' };
    const ended = await runStep({ main, workspace: clone.folder, event, node: node(), inputs });
    expect(ended).toMatchObject({ code: 0, outputs: { changed: 'true' } });
    expect(remote.git('show', 'main:pod.yaml')).toContain('registry.k8s.io/pause:3.1');
  });

  it('runs a configuration in TypeScript if asked to', async () => {
    const config = `export default { version: 1, ignore: ['*.yaml'] satisfies string[] };\n`;
    const { folder } = Repository.create({ 'pod.yaml': pod(old), 'regmigrate.config.ts': config });
    const event = events.push('0'.repeat(40), '0'.repeat(40));
    const inputs = { 'trust-config': 'true' };
    expect(await runStep({ main, workspace: folder, event, node: node(), inputs })).toMatchObject({
      code: 0,
    });
  });
});
