import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { needsTool, testTool, type TestTool } from '../src/index.ts';

const pinsFile = new URL('../../../scripts/test-tools.json', import.meta.url);
const pins = JSON.parse(readFileSync(pinsFile, 'utf8')) as Record<TestTool, { version: string }>;

/** How each is asked for its version. */
const asked: Record<TestTool, string[]> = {
  helm3: ['version', '--short'],
  helm4: ['version', '--short'],
  kustomize: ['version'],
  'pre-commit': ['--version'],
  node24: ['--version'],
  actionlint: ['-version'],
  chromium: ['--version'],
  gojq: ['--version'],
};
const names = Object.keys(asked) as TestTool[];

it('knows the tools that are pinned', () => {
  expect(Object.keys(pins).sort()).toEqual([...names].sort());
});

describe.each(names)('%s', (name) => {
  needsTool(name)('that is installed', () => {
    it('has the pinned version', () => {
      const version = execFileSync(testTool(name)!, asked[name], { encoding: 'utf8' });
      expect(version).toMatch(new RegExp(`(^|[ v])${pins[name].version.replaceAll('.', '\\.')}\\b`));
    });
  });
});

describe('testTool', () => {
  let repository: string;
  const find = (ci: boolean) => testTool('helm4', pathToFileURL(`${repository}/`), ci);
  beforeEach(() => {
    repository = mkdtempSync(join(tmpdir(), 'regmigrate tools-'));
  });
  afterEach(() => rmSync(repository, { recursive: true, force: true }));

  it('finds what is installed at the pinned version', () => {
    const folder = join(repository, '.cache/test-tools', `helm-${pins.helm4.version}`);
    mkdirSync(folder, { recursive: true });
    const helm = join(folder, 'helm');
    writeFileSync(helm, '');
    expect(find(true)).toBe(helm);
  });

  it('finds nothing where nothing is, and says what to run in CI', () => {
    expect(find(false)).toBeUndefined();
    expect(() => find(true)).toThrow('npm run test-tools');
  });
});

describe('needsTool', () => {
  afterEach(() => vi.restoreAllMocks());

  it('is describe where the tool is', () => {
    expect(needsTool('helm4', () => 'helm')).toBe(describe);
  });

  it('skips where it is not, and says so', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    expect(needsTool('helm4', () => undefined)).not.toBe(describe);
    expect(warn.mock.calls).toEqual([['skipped: helm4 is not installed (npm run test-tools)']]);
  });
});
