import { describe, expect, it } from 'vitest';
import { commandIds, options, optionOf, type CommandId } from '../src/arguments/options.ts';
import { helpTexts, overview } from '../src/help/help-texts.ts';
import { run } from '../src/main.ts';
import { folderWith, runIn } from './run-in.ts';

describe('wrong usage is one sentence and exit code 2', () => {
  it.each([
    [['--quite'], 'There is no option --quite. Did you mean --quiet?'],
    [['fix', '--unsafe-fix'], 'There is no option --unsafe-fix. Did you mean --unsafe-fixes?'],
    [['-x'], 'There is no option -x. Run regmigrate --help for those there are.'],
    [['--diff'], 'The option --diff does not belong to lint, but to: regmigrate fix.'],
    [['--format'], 'The option --format needs a value, as in --format=json.'],
    [['--format=jsn'], 'There is no format "jsn". Did you mean json?'],
    [['images', '--format=pretty'], 'There is no format "pretty". There are: table, plain, json.'],
    [['--verbose=yes'], 'The option --verbose takes no value.'],
    [['--max-file-size=huge'], '--max-file-size takes a number of bytes such as 16MB, not "huge".'],
    [['lnit'], 'No such file or folder: lnit. Did you mean the command lint?'],
    [['fix', 'missing.yaml'], 'No such file or folder: missing.yaml'],
    [['fix', ''], 'A path is empty; the current folder is named by a dot.'],
    [['-', 'pod.yaml'], 'Standard input (-) cannot be read along with other paths.'],
    [['.', '--stdin-filename=a'], 'The option --stdin-filename names standard input, so the path must be -.'],
    [['explain'], 'Which reference? As in: regmigrate explain k8s.gcr.io/pause:3.1'],
    [['undo', '.'], 'undo takes no paths: it takes back the last fix as a whole.'],
  ])('%j', async (argv, message) => {
    expect(await runIn(folderWith({}), argv)).toEqual({
      code: 2,
      stdout: '',
      stderr: `regmigrate: ${message}\n`,
    });
  });
});

describe('help', () => {
  const texts = Object.entries({ ...helpTexts, overview });

  it.each(texts)('of %s keeps within 80 columns and ends with a line break', (_, text) => {
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(text.endsWith('\n')).toBe(true);
  });

  it.each(commandIds)('of %s names exactly the options that it takes', (command: CommandId) => {
    const named = new Set(
      Array.from(
        helpTexts[command].split('\nOptions\n')[1]?.matchAll(/--([a-z-]+)/g) ?? [],
        ([, name]) => name,
      ),
    );
    const taken = Object.keys(options).filter((name) => optionOf(name)?.commands?.includes(command) ?? true);
    expect([...named].sort()).toEqual(taken.sort());
  });

  it.each([[['--help']], [['-h']], [['help']], [['help', 'nonsense']]])(
    '%j gives the overview',
    async (argv) => {
      expect(await runIn(folderWith({}), argv)).toEqual({ code: 0, stdout: overview, stderr: '' });
    },
  );

  it.each([[['fix', '--help']], [['help', 'fix']]])('%j gives the page of fix', async (argv) => {
    expect((await runIn(folderWith({}), argv)).stdout).toBe(helpTexts.fix);
  });

  it('tells the version', async () => {
    expect((await runIn(folderWith({}), ['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

it('an error that nobody expected ends with an apology, the stack, the address for it, and 2', async () => {
  const stderr: string[] = [];
  const output = { write: (text: string | Uint8Array) => stderr.push(String(text)) };
  const broken = { write: () => fail() };
  const stdin = {
    [Symbol.asyncIterator]: () => ({
      next: () => Promise.resolve({ done: true as const, value: undefined }),
    }),
  };
  const code = await run({ argv: ['--version'], cwd: '/', env: {}, stdin, stdout: broken, stderr: output });
  expect(code).toBe(2);
  expect(stderr.join('')).toMatch(/^regmigrate: sorry, .*\n\nError: broken\n +at fail/);
  expect(stderr.join('')).toContain('https://github.com/regmigrate/regmigrate/issues\n');
});

function fail(): never {
  throw new Error('broken');
}
