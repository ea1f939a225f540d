import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, pod, runIn } from './run-in.ts';

const before = pod('k8s.gcr.io/pause:3.1');
const after = pod('registry.k8s.io/pause:3.1');
const read = (folder: string, name = 'pod.yaml'): string => readFileSync(join(folder, name), 'utf8');

describe('fix', () => {
  it('rewrites what is safe, and undo takes it back', async () => {
    const folder = folderWith({ 'pod.yaml': before });
    const { code, stdout } = await runIn(folder, ['fix']);
    expect(code).toBe(0);
    expect(read(folder)).toBe(after);
    expect(stdout).toContain('Rewrote 1 reference in 1 file\n');
    expect(stdout).toContain('1 file searched: nothing left to do\n');
    expect((await runIn(folder, ['fix'])).stdout).toContain('nothing to do');

    expect(await runIn(folder, ['undo'])).toEqual({ code: 0, stdout: 'Restored 1 file\n', stderr: '' });
    expect(read(folder)).toBe(before);
    expect(await runIn(folder, ['undo'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('No fix to undo') as string,
    });
  });

  it('leaves unsafe fixes until they are asked for', async () => {
    const folder = folderWith({ 'notes.md': 'We use k8s.gcr.io/pause:3.1 here.\n' });
    expect((await runIn(folder, ['fix'])).code).toBe(1);
    expect(read(folder, 'notes.md')).toContain('k8s.gcr.io');
    expect((await runIn(folder, ['fix', '--unsafe-fixes'])).code).toBe(0);
    expect(read(folder, 'notes.md')).toBe('We use registry.k8s.io/pause:3.1 here.\n');
  });

  it('shows a patch and writes nothing with --diff', async () => {
    const folder = folderWith({ 'pod.yaml': before });
    const { code, stdout, stderr } = await runIn(folder, ['fix', '--diff']);
    expect(code).toBe(1);
    expect(read(folder)).toBe(before);
    expect(stdout).toContain('--- a/pod.yaml\n+++ b/pod.yaml\n');
    expect(stdout).toContain('-      image: k8s.gcr.io/pause:3.1\n+      image: registry.k8s.io/pause:3.1\n');
    expect(stderr).toContain('Would rewrite 1 reference in 1 file');
    await runIn(folder, ['fix']);
    expect(await runIn(folder, ['fix', '--diff'])).toMatchObject({ code: 0, stdout: '' });
  });

  it('tells places as they are after the fix', async () => {
    const folder = folderWith({ 'pod.yaml': before.replace('3.1', '3.1 # k8s.gcr.io/pause:3.2') });
    const { findings } = JSON.parse((await runIn(folder, ['fix', '--format=json'])).stdout) as {
      findings: { line: number; column: number; old: string }[];
    };
    const lines = read(folder).split('\n');
    for (const { line, column, old } of findings) {
      const there = lines[line - 1] ?? '';
      expect(there.slice(column - 1, column - 1 + old.length)).toBe(old);
    }
    expect(findings).toHaveLength(1);
  });

  it('rewrites standard input to standard output', async () => {
    const { code, stdout, stderr } = await runIn(folderWith({}), ['fix', '-', '--stdin-filename=pod.yaml'], {
      stdin: before,
    });
    expect(stdout).toBe(after);
    expect(stderr).toContain('Rewrote 1 reference');
    expect(code).toBe(0);
  });
});
