import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chartFiles } from './chart-files.ts';
import { gitFolder } from './git-folder.ts';
import { folderWith, runIn } from './run-in.ts';

/** A program in the folder that prints what a chart may render. */
function fakeHelm(folder: string, script: string): string {
  const path = join(folder, 'fake-helm');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return `--helm-bin=${path}`;
}

describe('wrong usage', () => {
  it.each([
    [['verify'], 'There is no chart and no kustomization in this folder or below.'],
    [['verify', 'missing'], 'No such file or folder: missing'],
    [['verify', '--helm-bin=./missing'], '--helm-bin names no program: ./missing'],
    [['verify', '--timeout=soon'], '--timeout takes a number of seconds such as 60, not "soon".'],
    [['verify', '--format=concise'], 'There is no format "concise". There are: pretty, json.'],
    [['fix', '--timeout=5'], 'The option --timeout of fix has a meaning only with --verify.'],
    [['fix', '--verify', '--diff'], '--verify needs files that are written, so it excludes --diff.'],
  ])('%j', async (argv, message) => {
    const result = await runIn(folderWith({}), argv);
    expect(result).toEqual({ code: 2, stdout: '', stderr: `regmigrate: ${message}\n` });
  });

  it('where there is nothing to compare with', async () => {
    const { code, stderr } = await runIn(folderWith(chartFiles('web')), ['verify']);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^regmigrate: There is nothing to compare with: .* is in no Git work tree, and there is no record of a fix\.\n$/,
    );
    const given = await runIn(gitFolder(chartFiles('web')), ['verify', '--base=none']);
    expect(given.stderr).toContain('Git knows no commit "none"');
  });
});

it('says how to get helm where it is missing', async () => {
  const folder = folderWith(chartFiles('web'));
  await runIn(folder, ['fix']);
  const { code, stdout } = await runIn(folder, ['verify'], { env: { PATH: '/nowhere' } });
  expect(code).toBe(1);
  expect(stdout).toContain('unproven');
  expect(stdout.replace(/\s+/g, ' ')).toContain('--helm-bin');
});

it('says that nothing was proven where no chart was fixed', async () => {
  const folder = folderWith({ 'pod.yaml': 'image: k8s.gcr.io/pause:3.1\n' });
  const { code, stderr } = await runIn(folder, ['fix', '--verify']);
  expect(code).toBe(0);
  expect(stderr).toContain('Nothing to prove');
});

describe.skipIf(process.platform === 'win32')('what a chart renders', () => {
  it('is shown without its control characters', async () => {
    const folder = gitFolder(chartFiles('web'));
    const helm = fakeHelm(folder, `printf 'Error: \\033[31mred\\a\\n' >&2; exit 1`);
    const { stdout } = await runIn(folder, ['verify', 'web', helm]);
    expect(stdout).toContain('\\x1b[31mred\\x07');
    const json = await runIn(folder, ['verify', 'web', helm, '--format=json']);
    // eslint-disable-next-line no-control-regex -- none of them may be there
    expect(json.stdout).not.toMatch(/[\x00-\x09\x0b-\x1f]/);
  });

  it('may take only so long', async () => {
    const folder = gitFolder(chartFiles('web'));
    const { stdout } = await runIn(folder, ['verify', 'web', '--timeout=0.3', fakeHelm(folder, 'sleep 20')]);
    expect(stdout).toContain('it was not done after 0.3 seconds');
  });

  it('is put back and told in one document when JSON is asked for', async () => {
    const folder = folderWith(chartFiles('web'));
    const helm = fakeHelm(folder, 'echo "kind: Pod"; echo "a: $(cat "$3"/values.yaml | wc -c)"');
    const { code, stdout, stderr } = await runIn(folder, ['fix', '--verify', '--format=json', helm]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ fixed: [], problems: [{ code: 'proof-failed' }] });
    expect(stderr).toContain('failed');
  });
});
