import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gitFolder } from './git-folder.ts';
import { folderWith, pod, runIn } from './run-in.ts';

const [PAUSE, DNS] = ['k8s.gcr.io/pause:3.1', 'k8s.gcr.io/coredns:1.6.5'];
const FLAG = '--baseline=ci/baseline.json';

/** A folder whose references are all in its baseline. */
async function settled(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = folderWith({ ...files, 'ci/x': '' });
  expect((await runIn(folder, ['lint', FLAG, '--update-baseline'])).code).toBe(0);
  expect((await runIn(folder, ['lint', FLAG])).code).toBe(0);
  return folder;
}

const baseline = (folder: string): string => readFileSync(join(folder, 'ci/baseline.json'), 'utf8');

describe('a baseline', () => {
  it('lets pass what was there, wherever it stands by now, and nothing else', async () => {
    const folder = await settled({ 'a.yaml': pod(PAUSE, PAUSE), 'b.yaml': pod(DNS) });
    expect(JSON.parse(baseline(folder))).toEqual({
      version: 1,
      entries: [
        { file: '../a.yaml', rule: 'k8s-gcr-io', reference: PAUSE, context: 'image-field', count: 2 },
        { file: '../b.yaml', rule: 'k8s-gcr-io', reference: DNS, context: 'image-field', count: 1 },
      ],
    });
    writeFileSync(join(folder, 'a.yaml'), `# two\n\n${pod(PAUSE, PAUSE)}`);
    expect((await runIn(folder, ['lint', FLAG])).code).toBe(0);
    writeFileSync(join(folder, 'a.yaml'), pod(PAUSE, PAUSE, PAUSE));
    const grown = await runIn(folder, ['lint', FLAG, '--format=json']);
    expect(grown.code).toBe(1);
    expect(JSON.parse(grown.stdout)).toMatchObject({ summary: { findings: 1, kept: 3 } });
  });

  it('fails for what is gone, until it is pruned', async () => {
    const folder = await settled({ 'a.yaml': pod(PAUSE, PAUSE), 'b.yaml': pod(DNS) });
    writeFileSync(join(folder, 'a.yaml'), pod(PAUSE));
    const stale = await runIn(folder, ['lint', FLAG]);
    expect(stale.code).toBe(1);
    expect(stale.stdout).toContain('[stale-baseline]');
    // Of files that were not looked into, nothing is known.
    expect((await runIn(folder, ['lint', 'b.yaml', FLAG])).code).toBe(0);
    expect((await runIn(folder, ['lint', 'b.yaml', FLAG, '--update-baseline'])).code).toBe(0);
    expect((await runIn(folder, ['lint', FLAG])).code).toBe(1);
    expect((await runIn(folder, ['lint', 'a.yaml', FLAG, '--update-baseline'])).code).toBe(0);
    expect((await runIn(folder, ['lint', FLAG])).code).toBe(0);
  });

  it('says nothing, and forgets nothing, of files that the run has not judged', async () => {
    const files = { 'a.yaml': pod(PAUSE, PAUSE), 'big.yaml': `${pod(DNS)}# ${'x'.repeat(2000)}\n` };
    const folder = await settled({ ...files, 'dir/b.yaml': pod(DNS), 'c.yaml': pod(DNS) });
    const before = baseline(folder);
    writeFileSync(join(folder, 'a.yaml'), pod(PAUSE));
    writeFileSync(join(folder, 'c.yaml'), '');
    rmSync(join(folder, 'dir'), { recursive: true });
    writeFileSync(join(folder, '.regmigrateignore'), 'a.yaml\n');
    const limited = [FLAG, '--max-file-size=1KB'];
    const told = (await runIn(folder, ['lint', ...limited, '--format=concise'])).stdout;
    // What is gone is gone; what is ignored or too large may be there.
    expect(told.match(/stale-baseline/g)).toHaveLength(2);
    expect(told).toMatch(/in \.\.\/c\.yaml that is gone[^]*in \.\.\/dir\/b\.yaml that is gone/);
    expect((await runIn(folder, ['lint', 'a.yaml', ...limited])).stdout).not.toContain('stale-baseline');
    await runIn(folder, ['lint', ...limited, '--update-baseline']);
    const without = before.split('\n').filter((line) => !/c\.yaml|b\.yaml/.test(line));
    expect(JSON.parse(baseline(folder))).toEqual(JSON.parse(without.join('\n').replace(/,\s*\]/, ']')));
    rmSync(join(folder, '.regmigrateignore'));
    expect((await runIn(folder, ['lint', FLAG, '--format=concise'])).stdout).toMatch(
      /in \.\.\/a\.yaml that is gone/,
    );
  });

  it('is pruned only of changed files with --changed', async () => {
    const folder = gitFolder({
      'a.yaml': pod(PAUSE),
      'b.yaml': pod(PAUSE, DNS),
      'c.yaml': pod(DNS),
      'ci/x': '',
    });
    await runIn(folder, ['lint', FLAG, '--update-baseline']);
    const entries = () =>
      (JSON.parse(baseline(folder)) as { entries: { file: string; count: number }[] }).entries;
    writeFileSync(join(folder, 'b.yaml'), pod(DNS));
    expect(
      (await runIn(folder, ['lint', FLAG, '--changed', '--format=concise'])).stdout.match(/stale/g),
    ).toHaveLength(1);
    await runIn(folder, ['lint', FLAG, '--changed', '--update-baseline']);
    expect(entries().map(({ file }) => file)).toEqual(['../a.yaml', '../b.yaml', '../c.yaml']);
    expect((await runIn(folder, ['lint', FLAG])).code).toBe(0);
  });

  it('is as it was where nothing is written to the files', async () => {
    const folder = await settled({ 'a.yaml': pod(PAUSE) });
    const before = baseline(folder);
    expect(await runIn(folder, ['fix', '--diff', FLAG, '--update-baseline'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'regmigrate: --diff writes nothing, and --update-baseline the baseline: leave one out.\n',
    });
    const argv = ['fix', '-', '--stdin-filename=a.yaml', FLAG, '--update-baseline'];
    expect((await runIn(folder, argv, { stdin: pod(PAUSE) })).stdout).toContain('registry.k8s.io');
    expect(baseline(folder)).toBe(before);
  });

  it('may begin with a byte order mark', async () => {
    const folder = await settled({ 'a.yaml': pod(PAUSE) });
    writeFileSync(join(folder, 'ci/baseline.json'), `\uFEFF${baseline(folder)}`);
    expect((await runIn(folder, ['lint', FLAG])).code).toBe(0);
  });

  it('keeps no fix from being made, which says that the baseline is stale', async () => {
    const folder = await settled({ 'a.yaml': pod(PAUSE), 'b.md': `${DNS}\n` });
    const fixed = await runIn(folder, ['fix', FLAG]);
    expect(fixed).toMatchObject({ code: 0 });
    expect(fixed.stdout).toMatch(/1 of its references are gone; prune it/);
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(pod('registry.k8s.io/pause:3.1'));
  });

  it('is written through no link, planted beside it or in its place', async () => {
    const outside = folderWith({ 'a.json': 'mine', 'b.json': '{"version": 1, "entries": []}' });
    const folder = folderWith({ 'a.yaml': pod(PAUSE), 'ci/x': '' });
    symlinkSync(join(outside, 'a.json'), join(folder, 'ci/baseline.json.new'));
    expect((await runIn(folder, ['lint', FLAG, '--update-baseline'])).code).toBe(0);
    symlinkSync(join(outside, 'b.json'), join(folder, 'link.json'));
    symlinkSync(outside, join(folder, 'out'));
    for (const file of ['link.json', 'out/b.json', 'out/c.json'])
      expect(await runIn(folder, ['lint', `--baseline=${file}`, '--update-baseline'])).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/could not be written \(.*link/),
      });
    expect(readdirSync(outside).sort()).toEqual(['.git', 'a.json', 'b.json']);
    expect(readFileSync(join(outside, 'a.json'), 'utf8')).toBe('mine');
    expect(readFileSync(join(outside, 'b.json'), 'utf8')).toMatch(/"entries": \[\]/);
  });

  it.skipIf(process.platform === 'win32')('that is a pipe is not waited for', async () => {
    const folder = folderWith({ 'a.yaml': pod(PAUSE) });
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    for (const more of [[], ['--update-baseline']])
      expect(await runIn(folder, ['lint', '--baseline=pipe', ...more])).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/could not be read \(it is not a regular file\)/),
      });
  });

  it('is known by what it holds, whatever it is called and whether it is in use', async () => {
    const folder = await settled({ 'a.yaml': pod(PAUSE) });
    const before = baseline(folder);
    expect((await runIn(folder, ['fix', '--unsafe-fixes'])).code).toBe(0);
    expect(baseline(folder)).toBe(before);
    const { stdout } = await runIn(folder, ['lint', 'ci', '--format=json']);
    expect(JSON.parse(stdout)).toMatchObject({
      findings: [],
      kept: [{ file: 'ci/baseline.json', context: 'baseline-file' }],
    });
  });

  it.each([
    ['{"version": 2, "entries": []}', /is of version 2, and this regmigrate reads 1/],
    ['{"entries": []}', /cannot be used: it has no version/],
    ['{"version": 1, "entries": [{"file": "a"}]}', /cannot be used: an entry is not as it was written/],
    [
      '{"version": 1, "entries": [{"file":"a","rule":"b","reference":"c","context":"d","count":1e300}]}',
      /cannot be used: an entry is not as it was written/,
    ],
    ['{"version": 1', /cannot be used: /],
    ['', /cannot be used: /],
  ])('that is broken ends the run: %s', async (text, message) => {
    const folder = folderWith({ 'a.yaml': pod(PAUSE), 'ci/baseline.json': text });
    for (const more of [[], ['--update-baseline']]) {
      const { code, stdout, stderr } = await runIn(folder, ['lint', FLAG, ...more]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(message);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    }
  });

  it('that is not there, a folder, or not named ends the run', async () => {
    const folder = folderWith({ 'a.yaml': pod(PAUSE), 'ci/baseline.json/x': '' });
    expect((await runIn(folder, ['lint', '--baseline=none.json'])).stderr).toBe(
      'regmigrate: There is no baseline none.json; --update-baseline writes it.\n',
    );
    expect((await runIn(folder, ['lint', FLAG])).stderr).toMatch(/could not be read \(it is a folder\)/);
    expect((await runIn(folder, ['lint', '--update-baseline'])).stderr).toMatch(/needs --baseline=FILE/);
  });
});
