import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reporterIds } from '@regmigrate/reporters';
import { helpTexts } from '../src/help/help-texts.ts';
import { folderWith, pod, runIn } from './run-in.ts';

const old = pod('k8s.gcr.io/pause:3.1');
const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');

describe('several reports at once', () => {
  it('go to their files in order, and the one without a file to standard output', async () => {
    const folder = folderWith({ 'deploy/pod.yaml': old, 'out/keep': '' });
    const files = ['--output-file=out/r.sarif', '--output-file', 'out/r.xml'];
    const formats = ['--format=sarif', '--format=junit', '--format', 'concise'];
    const { code, stdout, stderr } = await runIn(folder, ['lint', 'deploy', ...files, ...formats]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/^deploy\/pod\.yaml:8:14: warning [^\n]*\n$/);
    expect(JSON.parse(read(folder, 'out/r.sarif'))).toMatchObject({
      runs: [
        {
          tool: {
            driver: { semanticVersion: expect.any(String) as string, rules: [{ id: 'k8s-gcr-io/moved' }] },
          },
          results: [{ fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: {} }] }] }] }],
        },
      ],
    });
    expect(read(folder, 'out/r.xml')).toContain('<testsuite name="deploy/pod.yaml" tests="1"');
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['keep', 'r.sarif', 'r.xml']);
  });

  it('may name standard output by a hyphen', async () => {
    const folder = folderWith({ 'pod.yaml': old });
    const argv = ['--format=pretty', '--output-file=-', '--format=json', '--output-file=r.json'];
    const { stdout } = await runIn(folder, argv);
    expect(stdout).toContain('1 file searched');
    expect(JSON.parse(read(folder, 'r.json'))).toMatchObject({ version: 1 });
  });

  it('without a format are pretty, without colour, and leave standard output empty', async () => {
    const folder = folderWith({ 'pod.yaml': old });
    const { stdout } = await runIn(folder, ['--output-file=r.txt'], { terminal: true });
    expect(stdout).toBe('');
    expect(read(folder, 'r.txt')).toMatch(/^pod\.yaml\n/);
  });

  it('are written after fix, too, and tell what is left where it stands', async () => {
    const unsafe = `${old}# k8s.gcr.io/pause:3.1 and k8s.gcr.io/pause:3.2\n`;
    const folder = folderWith({ 'pod.yaml': unsafe });
    await runIn(folder, [
      'fix',
      'pod.yaml',
      '--format=rdjson',
      '--output-file=r.json',
      '--format=html',
      '--output-file=r.html',
    ]);
    const { diagnostics } = JSON.parse(read(folder, 'r.json')) as {
      diagnostics: { suggestions: { range: object }[] }[];
    };
    expect(diagnostics.map(({ suggestions }) => suggestions[0]?.range)).toEqual([
      { start: { line: 9, column: 3 }, end: { line: 9, column: 13 } },
      { start: { line: 9, column: 28 }, end: { line: 9, column: 38 } },
    ]);
    expect(read(folder, 'r.html')).toContain('<h1>2 references left to move</h1>');
  });

  it('are not read as part of the tree by the next run', async () => {
    const folder = folderWith({ 'pod.yaml': old });
    const argv = ['--format=json', '--output-file=report.json'];
    await runIn(folder, argv);
    const first = read(folder, 'report.json');
    await runIn(folder, argv);
    expect(JSON.parse(read(folder, 'report.json'))).toMatchObject({ summary: { findings: 1 } });
    expect(first).toContain('"findings":1');
  });
});

describe('a report file', () => {
  it.each(reporterIds)('of the run before is replaced, with its mode: %s', async (format) => {
    const folder = folderWith({ 'pod.yaml': old, 'out/x': '' });
    const argv = ['lint', 'pod.yaml', `--format=${format}`, '--output-file=out/r'];
    expect(await runIn(folder, argv)).toMatchObject({ code: 1, stderr: '' });
    chmodSync(join(folder, 'out/r'), 0o600);
    writeFileSync(join(folder, 'pod.yaml'), pod('k8s.gcr.io/pause:3.2'));
    expect(await runIn(folder, argv)).toMatchObject({ code: 1, stderr: '' });
    writeFileSync(join(folder, 'pod.yaml'), pod('registry.k8s.io/pause:3.2'));
    for (const _ of ['one with nothing in it', 'and over that'])
      expect((await runIn(folder, argv)).code).toBe(0);
    expect(read(folder, 'out/r')).not.toContain('3.1');
    expect(statSync(join(folder, 'out/r')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['r', 'x']);
  });

  it.each(reporterIds)('replaces nothing but a report of its kind: %s', async (format) => {
    const folder = folderWith({ 'pod.yaml': old });
    for (const command of ['lint', 'fix']) {
      const argv = [command, '.', `--format=${format}`, '--output-file=pod.yaml'];
      expect(await runIn(folder, argv)).toEqual({
        code: 2,
        stdout: '',
        stderr: `regmigrate: The report cannot be written to pod.yaml: it is there and holds no ${format} report of regmigrate; name another file, or remove this one.\n`,
      });
    }
    expect(read(folder, 'pod.yaml')).toBe(old);
  });

  it('is written through no link, of its own name or of a folder', async () => {
    const outside = folderWith({ 'a.json': '', 'deep/a.json': '' });
    const folder = folderWith({ 'pod.yaml': old, 'real/x': '' });
    symlinkSync(join(outside, 'a.json'), join(folder, 'link.json'));
    symlinkSync(join(outside, 'none.json'), join(folder, 'dangling.json'));
    symlinkSync(join(outside, 'deep'), join(folder, 'out'));
    symlinkSync('real', join(folder, 'in'));
    const write = (file: string) => runIn(folder, ['pod.yaml', '--format=json', `--output-file=${file}`]);
    for (const file of ['link.json', 'dangling.json'])
      expect(await write(file)).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/it is a link; name/),
      });
    expect(await write('out/a.json')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/is a link out of/),
    });
    expect(await write('in/a.json')).toMatchObject({ code: 1, stderr: '' });
    expect([read(outside, 'a.json'), read(outside, 'deep/a.json')]).toEqual(['', '']);
    expect(readdirSync(outside).sort()).toEqual(['.git', 'a.json', 'deep']);
  });

  it('is no other report, no baseline and no configuration, by whatever name', async () => {
    const config = { '.regmigrate.yaml': '', 'base.json': '{"version": 1, "entries": []}' };
    const folder = folderWith({ 'pod.yaml': old, ...config, 'a.json': '', 'real/x': '' });
    linkSync(join(folder, 'a.json'), join(folder, 'b.json'));
    symlinkSync('real', join(folder, 'in'));
    const two = ['--format=json', '--format=json'];
    for (const files of [
      ['a.json', 'b.json'],
      ['real/r', 'in/r'],
      ['r', './r'],
      ['r', 'R'],
    ])
      expect(await runIn(folder, [...two, ...files.map((file) => `--output-file=${file}`)])).toMatchObject({
        code: 2,
        stderr: `regmigrate: Two reports cannot go to the same file: ${files[1]!}.\n`,
      });
    const ci = ['--baseline=new.json', '--update-baseline', '--format=sarif', '--output-file=./new.json'];
    expect((await runIn(folder, ci)).stderr).toMatch(/A report cannot go to the baseline: \.\/new\.json\.\n/);
    expect((await runIn(folder, ['--output-file=.regmigrate.yaml'])).stderr).toMatch(
      /to the configuration: /,
    );
    expect(existsSync(join(folder, 'new.json'))).toBe(false);
  });

  it('is there and empty where there is nothing to tell', async () => {
    const folder = folderWith({ 'pod.yaml': pod('registry.k8s.io/pause:3.9') });
    const { code } = await runIn(folder, ['-q', '--format=github', '--output-file=r.txt']);
    expect({ code, text: read(folder, 'r.txt') }).toEqual({ code: 0, text: '' });
  });

  it.runIf(process.platform === 'linux')('may be a device', async () => {
    const folder = folderWith({ 'pod.yaml': old });
    expect((await runIn(folder, ['--format=json', '--output-file=/dev/null'])).code).toBe(1);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});

describe('wrong usage is told before anything is done', () => {
  it.each([
    [
      ['--format=json', '--format=sarif'],
      'Only one report can go to standard output, and json and sarif both would',
    ],
    [['--output-file=a', '--output-file=b'], 'Each --output-file needs a --format of its own: b has none.'],
    [
      ['--format=json', '--format=sarif', '--output-file=a', '--output-file=./a'],
      'Two reports cannot go to the same file: ./a.',
    ],
    [['--output-file=folder'], 'The report cannot be written to folder: it is a folder.'],
    [['--output-file=no/such'], 'The report cannot be written to no/such: its folder does not exist.'],
    [['--output-file=pod.yaml/x'], 'The report cannot be written to pod.yaml/x: '],
    [['--output-file='], 'The option --output-file needs a value, as in --output-file=report.json.'],
    [['--format=sarfi', '--output-file=a'], 'There is no format "sarfi". Did you mean sarif?'],
  ])('%j', async (argv, message) => {
    const folder = folderWith({ 'pod.yaml': old });
    mkdirSync(join(folder, 'folder'));
    const { code, stdout, stderr } = await runIn(folder, ['fix', '.', ...argv]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.startsWith(`regmigrate: ${message}`)).toBe(true);
    expect(read(folder, 'pod.yaml')).toBe(old);
  });

  it.skipIf(process.getuid?.() === 0)('a folder without permission', async () => {
    const folder = folderWith({ 'pod.yaml': old });
    mkdirSync(join(folder, 'locked'), { mode: 0o500 });
    const { code, stderr } = await runIn(folder, ['--output-file=locked/r']);
    expect(code).toBe(2);
    expect(stderr).toContain('there is no permission to write there');
  });
});

it('the help of lint and fix names every format', () => {
  for (const text of [helpTexts.lint, helpTexts.fix])
    expect(reporterIds.filter((id) => !new RegExp(`\\b${id}\\b`).test(text))).toEqual([]);
});

it('a report that was named is whole at every moment', async () => {
  const folder = folderWith({ 'pod.yaml': old });
  await runIn(folder, ['pod.yaml', '--format=json', '--output-file=r.json']);
  await Promise.all([
    runIn(folder, ['pod.yaml', '--format=json', '--output-file=r.json']),
    runIn(folder, ['pod.yaml', '--format=json', '--output-file=r.json']),
  ]);
  expect(JSON.parse(read(folder, 'r.json'))).toMatchObject({ version: 1 });
});
