import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, pod, runIn } from './run-in.ts';

const old = pod('k8s.gcr.io/pause:3.1');
const tree = {
  '.regmigrateignore': 'third_party/\n',
  '.regmigrate.yaml': 'version: 1\nignore: ["*.golden"]\n',
  'third_party/a.yaml': old,
  'b.golden': old,
  'c.yaml': old,
};

interface Report {
  readonly summary: { readonly files: number };
  readonly hints: readonly { file: string; code: string; message: string }[];
}
const json = (text: string): Report => JSON.parse(text) as Report;

describe('files that are named and that the project leaves out', () => {
  const named = ['third_party/a.yaml', 'b.golden', 'c.yaml'];

  it.each([['lint'], ['fix', '--diff'], ['images']])('are told of and not read: %j', async (...argv) => {
    const args = argv[0] === 'images' ? ['images', '--no-config'] : argv;
    const { stdout, stderr } = await runIn(folderWith(tree), [
      ...args,
      '--format=json',
      'third_party/a.yaml',
    ]);
    const report = json(argv[1] === '--diff' ? stderr : stdout);
    expect(report.summary.files).toBe(0);
    expect(report.hints).toEqual([
      {
        file: 'third_party/a.yaml',
        code: 'ignored',
        message: 'left out by .regmigrateignore, so not read (--no-ignore reads all)',
      },
    ]);
  });

  it('say what leaves them out', async () => {
    const { code, stdout } = await runIn(folderWith(tree), ['lint', '--format=json', ...named]);
    expect(code).toBe(1);
    expect(json(stdout).hints.map(({ file, message }) => [file, message.split(',')[0]])).toEqual([
      ['third_party/a.yaml', 'left out by .regmigrateignore'],
      ['b.golden', 'left out by the configuration'],
    ]);
    expect(json(stdout).summary.files).toBe(1);
  });

  it('do not stand for the whole folder when there is nothing else', async () => {
    const { code, stdout } = await runIn(folderWith(tree), ['lint', 'third_party/a.yaml']);
    expect(code).toBe(0);
    expect(stdout).toContain('0 files searched');
    expect(stdout).toContain('hint: third_party/a.yaml: left out by .regmigrateignore');
  });

  it('are not written', async () => {
    const folder = folderWith(tree);
    await runIn(folder, ['fix', ...named]);
    expect(readFileSync(join(folder, 'third_party/a.yaml'), 'utf8')).toBe(old);
    expect(readFileSync(join(folder, 'c.yaml'), 'utf8')).not.toBe(old);
  });

  it('are told in one line, however many', async () => {
    const many = Object.fromEntries([...Array(9).keys()].map((n) => [`x/${n}.yaml`, old]));
    const folder = folderWith({ ...many, '.regmigrateignore': 'x\n' });
    const { stdout } = await runIn(folder, ['lint', ...Object.keys(many)]);
    expect(stdout.match(/hint:/g)).toHaveLength(1);
    expect(stdout).toContain('x/4.yaml and 4 more: left out');
  });

  it('are read with --no-ignore', async () => {
    const { stdout } = await runIn(folderWith(tree), ['lint', '--no-ignore', '--format=json', ...named]);
    expect(json(stdout)).toMatchObject({ summary: { files: 3, findings: 3 }, hints: [] });
  });

  it('are read where only .gitignore names them', async () => {
    const { code } = await runIn(folderWith({ '.gitignore': 'a.yaml\n', 'a.yaml': old }), ['lint', 'a.yaml']);
    expect(code).toBe(1);
  });

  it('may be folders that were asked for by name', async () => {
    const { code } = await runIn(folderWith(tree), ['lint', 'third_party']);
    expect(code).toBe(1);
  });
});

describe('standard input under the name of a file that the project leaves out', () => {
  it('is passed on as it is by fix', async () => {
    const argv = ['fix', '-', '--stdin-filename=third_party/a.yaml'];
    const { code, stdout, stderr } = await runIn(folderWith(tree), argv, { stdin: old });
    expect({ code, stdout }).toEqual({ code: 0, stdout: old });
    expect(stderr).toContain('left out by .regmigrateignore');
  });

  it('has nothing to do', async () => {
    const argv = ['lint', '-', '--format=json', '--stdin-filename=b.golden'];
    const { code, stdout } = await runIn(folderWith(tree), argv, { stdin: old });
    expect(code).toBe(0);
    expect(json(stdout)).toMatchObject({ summary: { files: 0 }, hints: [{ code: 'ignored' }] });
  });

  it('is judged without a name, and with --no-ignore', async () => {
    expect((await runIn(folderWith(tree), ['lint', '-'], { stdin: old })).code).toBe(1);
    const argv = ['lint', '-', '--no-ignore', '--stdin-filename=b.golden'];
    expect((await runIn(folderWith(tree), argv, { stdin: old })).code).toBe(1);
  });
});

describe('a search that leaves out everything', () => {
  const hintOf = async (files: Readonly<Record<string, string>>, ...argv: string[]): Promise<string> => {
    const { code, stdout, stderr } = await runIn(folderWith(files), [...argv, '--format=json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { hints, summary } = json(stdout);
    expect(summary.files).toBe(0);
    return hints.map(({ file, message }) => `${file}: ${message}`).join('\n');
  };

  it.each([['lint'], ['images']])('says what leaves it out: %s', async (command) => {
    const tail = 'so nothing was searched (--no-ignore reads all)';
    expect(await hintOf({ 'a/b.yaml': old, '.regmigrate.yaml': "ignore: ['*']\n" }, command)).toBe(
      `.: every file is left out by the configuration, ${tail}`,
    );
    expect(await hintOf({ 'a/b.yaml': old, '.regmigrateignore': '*\n' }, command, 'a')).toBe(
      `a: every file is left out by ignore files, ${tail}`,
    );
    expect(await hintOf({}, command)).toBe('');
  });
});
