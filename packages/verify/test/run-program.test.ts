import { describe, expect, it } from 'vitest';
import { firstMessage } from '../src/render/first-message.ts';
import { limitConcurrency } from '../src/render/limit-concurrency.ts';
import { reducedEnvironment } from '../src/render/reduced-environment.ts';
import { runProgram } from '../src/render/run-program.ts';
import { fakeProgram } from './fake-program.ts';

const env = { PATH: process.env['PATH'] };
const run = (
  script: string,
  settings: { timeout?: number; maxBytes?: number; signal?: AbortSignal } = {},
) => {
  const { program, cwd } = fakeProgram(script);
  return runProgram(program, ['a b', '$HOME'], { cwd, env, timeout: 10_000, maxBytes: 2 ** 20, ...settings });
};

describe.skipIf(process.platform === 'win32')('a program', () => {
  it('gets its arguments as they are, and nothing of our environment', async () => {
    process.env['REGMIGRATE_TEST_SECRET'] = 'x';
    const result = await run('echo "$1|$2|$REGMIGRATE_TEST_SECRET|$(cat)"');
    delete process.env['REGMIGRATE_TEST_SECRET'];
    expect(result.kind === 'done' && result.stdout.toString()).toBe('a b|$HOME||\n');
  });

  it('may fail', async () => {
    expect(await run('echo out; echo "Error: no" >&2; exit 3')).toEqual({
      kind: 'failed',
      stderr: 'Error: no\n',
    });
    expect((await run('kill -9 $$')).kind).toBe('failed');
  });

  it('is ended after its time, also where a child of it lives on', async () => {
    const start = Date.now();
    expect((await run('sleep 30 & sleep 30', { timeout: 200 })).kind).toBe('timeout');
    expect(Date.now() - start).toBeLessThan(10_000);
  });

  it('is ended where it writes too much', async () => {
    expect((await run('yes', { maxBytes: 100_000 })).kind).toBe('too-large');
    expect((await run('yes >&2', { maxBytes: 100_000 })).kind).toBe('too-large');
  });

  it('is ended when the run is', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    expect((await run('sleep 30', { signal: controller.signal })).kind).toBe('cancelled');
  });

  it('leaves signals to the command, which has copies to remove', async () => {
    const listeners = process.listenerCount('SIGINT');
    const running = run('sleep 0.1');
    expect(process.listenerCount('SIGINT')).toBe(listeners);
    await running;
  });

  it('may be missing', async () => {
    const options = { cwd: '/', env, timeout: 1000, maxBytes: 100 };
    expect((await runProgram('/nowhere/helm', [], options)).kind).toBe('missing');
  });
});

it.each([
  ['Error: chart: a\n\nUse --debug flag to render out invalid YAML\n', 'chart: a'],
  ['WARNING: link\nError: values:\n- image: is required\n', 'values:; - image: is required'],
  ['walk.go: found symbolic link\nno manifest', 'walk.go: found symbolic link; no manifest'],
  ['Error: /tmp/copy/charts/web/x: no', 'charts/web/x: no'],
  ['', 'it failed without a word'],
])('the message of %j is %j', (stderr, message) => {
  expect(firstMessage(stderr, '/tmp/copy')).toBe(message);
});

it('the environment has no cluster, plugin or way out, unless that is asked for', () => {
  const given = {
    PATH: '/bin',
    KUBECONFIG: '/k',
    HELM_PLUGINS: '/p',
    HTTPS_PROXY: 'http://proxy',
    TOKEN: 'x',
  };
  const closed = reducedEnvironment(given, '/t', false);
  expect(closed).toMatchObject({ PATH: '/bin', HELM_PLUGINS: '/t/plugins', GIT_ALLOW_PROTOCOL: 'none' });
  expect(closed['KUBECONFIG']).toBe('/t/no-kubeconfig');
  expect(closed['HTTPS_PROXY']).toBe('http://127.0.0.1:9');
  expect(closed).not.toHaveProperty('TOKEN');
  expect(reducedEnvironment(given, '/t', true)['HTTPS_PROXY']).toBe('http://proxy');
});

it('no more runs at a time than may', async () => {
  const gate = limitConcurrency(2);
  let [running, most] = [0, 0];
  const work = async (): Promise<void> => {
    most = Math.max(most, ++running);
    await new Promise((done) => setTimeout(done, 5));
    running--;
  };
  await Promise.all([
    ...Array.from({ length: 7 }, () => gate(work)),
    gate(() => Promise.reject(new Error('x'))).catch(() => 0),
  ]);
  expect(most).toBe(2);
});
