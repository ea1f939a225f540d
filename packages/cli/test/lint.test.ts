import { describe, expect, it } from 'vitest';
import { folderWith, pod, runIn } from './run-in.ts';

const old = pod('k8s.gcr.io/pause:3.1');

describe('lint', () => {
  it('is the default, finds, and writes nothing', async () => {
    const folder = folderWith({ 'pod.yaml': old });
    const { code, stdout, stderr } = await runIn(folder, []);
    expect(code).toBe(1);
    expect(stderr).toBe('');
    expect(stdout).toContain('k8s.gcr.io/pause:3.1 → registry.k8s.io/pause:3.1');
    expect(stdout).toContain('Pod/web spec.containers[0].image');
    expect(stdout).toMatch(/1 {2}safe {4}regmigrate fix\n$/);
  });

  it('names the paths in the command to run next', async () => {
    const folder = folderWith({ 'my deploy/pod.yaml': old });
    const { stdout } = await runIn(folder, ['lint', 'my deploy']);
    expect(stdout).toMatch(/regmigrate fix 'my deploy'\n$/);
  });

  it('ends with 0 when nothing is left, whatever is kept', async () => {
    const folder = folderWith({
      'pod.yaml': pod('registry.k8s.io/pause:3.1', 'mirror.example/k8s.gcr.io/pause:3.1'),
    });
    const { code, stdout } = await runIn(folder, ['lint']);
    expect(stdout).toContain('1 file searched: nothing to do');
    expect(code).toBe(0);
  });

  it('ends with 0 on request', async () => {
    expect((await runIn(folderWith({ 'pod.yaml': old }), ['--exit-zero'])).code).toBe(0);
  });

  it('ends with 1 when a file was not read', async () => {
    const folder = folderWith({ 'pod.yaml': old });
    const { code, stdout } = await runIn(folder, ['--max-file-size=10', '--format=json', 'pod.yaml']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      problems: [{ file: 'pod.yaml', code: 'too-large' }],
      findings: [],
    });
  });

  it('writes JSON that counts', async () => {
    const { stdout } = await runIn(folderWith({ 'pod.yaml': old }), ['--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      summary: { files: 1, findings: 1, safe: 1, unsafe: 0, manual: 0, kept: 0, fixed: 0, problems: 0 },
      findings: [{ file: 'pod.yaml', line: 8, column: 14, endLine: 8, endColumn: 34, applicability: 'safe' }],
    });
  });

  it('reads standard input and names the objects', async () => {
    const { code, stdout } = await runIn(folderWith({}), ['lint', '-', '--stdin-filename=pod.yaml'], {
      stdin: old,
    });
    expect(code).toBe(1);
    expect(stdout).toContain('pod.yaml\n');
    expect(stdout).toContain('Pod/web spec.containers[0].image');
  });

  it('says nothing when quiet and clean', async () => {
    expect(await runIn(folderWith({ 'a.txt': 'nothing' }), ['-q'])).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  it('keeps to the summary when quiet', async () => {
    const { code, stdout } = await runIn(folderWith({ 'pod.yaml': old }), ['--quiet']);
    expect(code).toBe(1);
    expect(stdout).toBe('1 file searched: 1 reference to move in 1 file\n  1  safe    regmigrate fix\n');
  });
});

describe('colour', () => {
  const escape = '\u001B[';
  it.each([
    ['no terminal', [], {}, false, false],
    ['a terminal', [], {}, true, true],
    ['NO_COLOR', [], { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR', [], { NO_COLOR: '' }, true, true],
    ['FORCE_COLOR', [], { FORCE_COLOR: '1' }, false, true],
    ['FORCE_COLOR=0', [], { FORCE_COLOR: '0' }, true, false],
    ['a dumb terminal', [], { TERM: 'dumb' }, true, false],
    ['--color over NO_COLOR', ['--color'], { NO_COLOR: '1' }, false, true],
    ['--no-color over FORCE_COLOR', ['--no-color'], { FORCE_COLOR: '1' }, true, false],
  ] as const)('with %s', async (_, flags, env, terminal, expected) => {
    const { stdout } = await runIn(folderWith({ 'pod.yaml': old }), [...flags], { env, terminal });
    expect(stdout.includes(escape)).toBe(expected);
  });
});
