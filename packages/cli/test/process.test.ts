import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderWith, pod } from './run-in.ts';

const bin = fileURLToPath(new URL('../bin/regmigrate.js', import.meta.url));
const build = fileURLToPath(new URL('../build.mjs', import.meta.url));

/** The command as a user has it: bundled, in a process of its own. */
function start(cwd: string, args: readonly string[], input = '') {
  const env = { ...process.env, XDG_STATE_HOME: join(cwd, '.state'), NO_COLOR: '1' };
  return spawnSync(process.execPath, [bin, ...args], {
    cwd,
    env,
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
}

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, [build], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

describe('the process', () => {
  it('says in one sentence that its folder is gone', () => {
    const folder = folderWith({});
    const command = `cd '${folder}' && rmdir .git .state 2>/dev/null; rmdir '${folder}' && '${process.execPath}' '${bin}'`;
    const { status, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([
      2,
      'regmigrate: The current folder is gone. Enter one that is there.\n',
    ]);
  });

  it('lints, fixes, and has nothing left to do', () => {
    const folder = folderWith({ 'pod.yaml': pod('k8s.gcr.io/pause:3.1') });
    expect(start(folder, []).status).toBe(1);
    expect(start(folder, ['fix'])).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(folder, 'pod.yaml'), 'utf8')).toBe(pod('registry.k8s.io/pause:3.1'));
    expect(start(folder, ['lint'])).toMatchObject({ status: 0, stderr: '' });
  });

  it('makes a patch that git applies', () => {
    const folder = folderWith({ 'deploy/pod.yaml': pod('k8s.gcr.io/pause:3.1') });
    const { stdout } = start(folder, ['fix', '--diff', '.']);
    const applied = spawnSync('git', ['apply', '-'], {
      cwd: folder,
      input: stdout,
      encoding: 'utf8',
      env: { ...process.env, GIT_DIR: '', GIT_CEILING_DIRECTORIES: folder },
    });
    expect(applied.stderr).toBe('');
    expect(readFileSync(join(folder, 'deploy/pod.yaml'), 'utf8')).toBe(pod('registry.k8s.io/pause:3.1'));
  });

  it('reads standard input', () => {
    const { status, stdout } = start(
      folderWith({}),
      ['fix', '-', '--stdin-filename=pod.yaml'],
      pod('k8s.gcr.io/pause:3.1'),
    );
    expect(stdout).toBe(pod('registry.k8s.io/pause:3.1'));
    expect(status).toBe(0);
  });

  it('ends quietly when its reader has seen enough', () => {
    const images = Array.from({ length: 5000 }, (_, index) => `k8s.gcr.io/pause:3.${index}`);
    const folder = folderWith({ 'pod.yaml': pod(...images) });
    const command = `"${process.execPath}" "${bin}" --format=json | head -c 10`;
    const { stderr, status } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  });

  it.skipIf(!existsSync('/dev/full'))('says that its output found no room, and ends with 2', () => {
    const command = `"${process.execPath}" "${bin}" > /dev/full`;
    const cwd = folderWith({ 'pod.yaml': pod('k8s.gcr.io/pause:3.1') });
    const { stderr, status } = spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8' });
    expect(stderr).toMatch(/^regmigrate: The output could not be written: ENOSPC.*\n$/);
    expect(status).toBe(2);
  });

  it('writes all of a long report into a pipe', () => {
    const images = Array.from({ length: 5000 }, (_, index) => `k8s.gcr.io/pause:3.${index}`);
    const { stdout } = start(folderWith({ 'pod.yaml': pod(...images) }), ['--format=json']);
    expect((JSON.parse(stdout) as { findings: unknown[] }).findings).toHaveLength(5000);
  });

  it('ends with 2 and a sentence on wrong usage', () => {
    expect(start(folderWith({}), ['--nonsense'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'regmigrate: There is no option --nonsense. Run regmigrate --help for those there are.\n',
    });
  });
});
