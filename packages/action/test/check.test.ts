import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildBundle } from './bundle.ts';
import { events } from './events.ts';
import { pod, Repository } from './repository.ts';
import { runStep, type Ended, type Step } from './run-step.ts';

let main: string;
beforeAll(() => {
  main = buildBundle();
});

const old = 'k8s.gcr.io/pause:3.1';
const none = '0'.repeat(40);
const anyPush = events.push(none, none);
const check = (
  workspace: string,
  inputs: Step['inputs'] = {},
  event: Step['event'] = anyPush,
): Promise<Ended> => runStep({ main, workspace, event, inputs });
const annotations = ({ commands }: Ended): string[] =>
  commands.filter(({ name }) => /^(error|warning|notice)$/.test(name)).map(({ name }) => name);
const lastOf = ({ commands }: Ended): string => commands.at(-1)?.message ?? '';

describe('check', () => {
  it('annotates, summarises and tells numbers, without a token and without a request', async () => {
    const { folder } = Repository.create({ 'deploy/pod.yaml': pod(old, 'nginx:1'), 'a.md': `${old}\n` });
    const ended = await check(folder, { 'sarif-file': 'out.sarif' });
    expect(ended.code).toBe(1);
    expect(ended.commands).toMatchObject([
      { name: 'warning', properties: { file: 'deploy/pod.yaml', line: '8', title: 'k8s-gcr-io/moved' } },
      { name: 'notice', properties: { file: 'a.md', line: '1' } },
    ]);
    expect(ended.outputs).toMatchObject({
      findings: '2',
      safe: '1',
      unsafe: '1',
      manual: '0',
      problems: '0',
    });
    expect(ended.outputs).toMatchObject({ fixed: '0', changed: 'false', commit: '' });
    expect(ended.outputs['sarif-file']).toBe(join(folder, 'out.sarif'));
    expect(JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(ended.summary).toContain('deploy/pod.yaml');
    expect(ended.log).toContain('2 files searched for push: 2 left to do (1 safe, 1 unsafe, 0 manual)');
  });

  it('finds what the command finds', async () => {
    const { folder } = Repository.create({
      'a.yaml': pod(old, 'k8s.gcr.io/no-such:1'),
      'b.sh': `docker run ${old}\n`,
    });
    const { outputs } = await check(folder);
    const bin = fileURLToPath(new URL('../../cli/bin/regmigrate.js', import.meta.url));
    const own = execFileSync(process.execPath, [bin, 'lint', '--format=json', '--exit-zero'], {
      cwd: folder,
    });
    expect(JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8'))).toEqual(JSON.parse(own.toString()));
  });

  it('is content with a tree that holds nothing', async () => {
    const { folder } = Repository.create({ 'pod.yaml': pod('registry.k8s.io/pause:3.1') });
    const ended = await check(folder);
    expect(ended).toMatchObject({ code: 0, commands: [], outputs: { findings: '0' } });
  });

  it('looks at paths, one a line, and knows a baseline, a configuration and suppressions', async () => {
    const { folder } = Repository.create({
      'a/pod.yaml': pod(old),
      'b/pod.yaml': pod(`${old} # regmigrate-ignore: why`),
      'c/pod.yaml': pod(old),
      'ci.yaml': 'version: 1\nignore: [a/]\n',
      'baseline.json': '{"version":1,"entries":[]}\n',
    });
    expect((await check(folder, { paths: 'a\nc/*.yaml' })).outputs).toMatchObject({ findings: '2' });
    expect((await check(folder, { config: 'ci.yaml' })).outputs).toMatchObject({ findings: '1' });
    expect((await check(folder, { suppressions: 'false' })).outputs).toMatchObject({ findings: '3' });
    const bin = fileURLToPath(new URL('../../cli/bin/regmigrate.js', import.meta.url));
    execFileSync(process.execPath, [bin, 'lint', '--baseline=known.json', '--update-baseline'], {
      cwd: folder,
    });
    expect(await check(folder, { baseline: 'known.json' })).toMatchObject({
      code: 0,
      outputs: { findings: '0' },
    });
  });

  it.each([
    ['mode', 'fix', 'check, suggest or fix-commit'],
    ['format', 'xml', 'checkstyle'],
    ['only-changed', 'yes', 'true or false'],
    ['trust-config', '1', 'true or false'],
  ])('names a wrong input: %s', async (name, value, allowed) => {
    const { folder } = Repository.create({});
    const ended = await check(folder, { [name]: value });
    expect(ended.code).toBe(2);
    expect(ended.commands).toHaveLength(1);
    expect(lastOf(ended)).toContain(`The input ${name} is "${value}"`);
    expect(lastOf(ended)).toContain(allowed);
  });

  it('passes on what the command cannot do, in a sentence', async () => {
    const { folder } = Repository.create({ 'pod.yaml': pod(old) });
    const missing = await check(folder, { paths: 'nowhere\n--format=json' });
    expect(missing.code).toBe(2);
    expect(lastOf(missing)).toMatch(/^regmigrate: .*nowhere/);
    const baseline = await check(folder, { baseline: 'nowhere.json' });
    expect(lastOf(baseline)).toMatch(/^regmigrate: .*nowhere\.json/);
  });

  it('writes a summary that GitHub takes, however much there is to tell', async () => {
    const many = Array.from({ length: 12_000 }, (_, index) => `image: k8s.gcr.io/pause:${index}\n`).join('');
    const { folder } = Repository.create({ 'many.yaml': many });
    const whole = await check(folder);
    expect(Buffer.byteLength(whole.summary)).toBeLessThan(2 ** 20);
    expect(annotations(whole).length).toBeLessThanOrEqual(30);
    const filled = await runStep({ main, workspace: folder, event: anyPush, summary: 'x'.repeat(900_000) });
    expect(Buffer.byteLength(filled.summary)).toBeLessThan(2 ** 20);
    expect(filled.summary.length).toBeGreaterThan(900_000);
  });
});

describe('text of the tree', () => {
  const hostile = {
    '::error::x.yaml': pod(old),
    '##[set-env name=A]b.yaml': pod(old),
    'a\n::set-output name=x::y\n.yaml': pod(old),
    'c.md': `::set-output name=x::${old}\n  ::add-mask::${old} ##[error]\n`,
  };

  it.each(['github', 'pretty', 'concise', 'json', 'ndjson', 'checkstyle', 'html'])(
    'starts no workflow command in the log: %s',
    async (format) => {
      const { folder } = Repository.create(hostile);
      const ended = await check(folder, { format });
      expect(ended.outputs).toMatchObject({ findings: '5' });
      const expected = format === 'github' ? ['warning', 'notice'] : [];
      expect([...new Set(ended.commands.map(({ name }) => name))]).toEqual(expected);
      if (format !== 'github') expect(ended.log).toMatch(/^::stop-commands::[0-9a-f-]{36}$/m);
    },
  );

  it('starts none in what the command complains of', async () => {
    const { folder } = Repository.create({
      '::error::.regmigrate.yaml': 'version: 1\n::set-output name=x::y: 1\n',
    });
    const ended = await check(folder, { config: '::error::.regmigrate.yaml' });
    expect(ended.code).toBe(2);
    expect(ended.commands.map(({ name }) => name)).toEqual(['error']);
  });
});

describe('a configuration that is a program', () => {
  const program = {
    'pod.yaml': pod(old),
    'regmigrate.config.mjs': `import { writeFileSync } from 'node:fs'; writeFileSync('ran', ''); export default { version: 1, ignore: ['*.yaml'] };\n`,
  };
  const commits = { base: none, head: none };

  it.each<[string, Step['event'], boolean]>([
    ['push', anyPush, true],
    ['pull_request', events.pullRequest(commits), true],
    ['merge_group', events.mergeGroup(commits), true],
    ['a fork', events.fork(commits), false],
    ['a deleted fork', events.fork(commits, null), false],
    ['pull_request_target', events.pullRequestTarget(commits), false],
    ['workflow_run', { name: 'workflow_run', payload: {} }, false],
  ])('is run only if asked for, and never for strangers: %s', async (_, event, trusted) => {
    const { folder } = Repository.create(program);
    const ran = (): boolean => existsSync(join(folder, 'ran'));
    const asIs = await check(folder, {}, event);
    expect([asIs.code, ran()]).toEqual([2, false]);
    expect(lastOf(asIs)).toContain('--no-config-code');
    expect(lastOf(asIs).includes('trust-config')).toBe(trusted);
    const asked = await check(folder, { 'trust-config': 'true' }, event);
    expect([asked.code, ran()]).toEqual(trusted ? [0, true] : [2, false]);
    if (!trusted) expect(asked.commands[0]?.message).toContain('trust-config is not heeded');
  });
});
