import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configNames, findConfig } from '../src/index.ts';
import { loadConfig } from '../src/loader.ts';
import { folderWith } from './folder.ts';

describe('findConfig', () => {
  it.each(configNames)('finds %s above, up to the top of the repository', (name) => {
    const folder = folderWith({ '.git/': '', [name]: '', 'a/b/': '' });
    expect(findConfig(join(folder, 'a/b'))).toBe(join(folder, name));
  });

  it('takes the nearest', () => {
    const folder = folderWith({ '.git/': '', '.regmigrate.yaml': '', 'a/.regmigrate.yml': '', 'a/b/': '' });
    expect(findConfig(join(folder, 'a/b'))).toBe(join(folder, 'a/.regmigrate.yml'));
  });

  it('goes no further than the repository, and nowhere outside of one', () => {
    const folder = folderWith({ '.regmigrate.yaml': '', 'a/.git/': '', 'b/': '' });
    expect(findConfig(join(folder, 'a'))).toBeUndefined();
    expect(findConfig(join(folder, 'b'))).toBeUndefined();
    expect(findConfig(folder)).toBe(join(folder, '.regmigrate.yaml'));
  });

  it.each([
    ['{"regmigrate": {}}', true],
    ['{"devDependencies": {"regmigrate": "1"}}', false],
    ['{"regmigrate": {', false],
    ['\uFEFF{"regmigrate": {}}', true],
  ])('package.json with %s: %s', (text, found) => {
    const folder = folderWith({ 'package.json': text });
    expect(findConfig(folder) !== undefined).toBe(found);
  });

  it('finds a link to nothing, which reading it tells', async () => {
    const folder = folderWith({ '.git/': '' });
    symlinkSync('none.yaml', join(folder, '.regmigrate.yaml'));
    expect(findConfig(folder)).toBe(join(folder, '.regmigrate.yaml'));
    await expect(loadConfig('.regmigrate.yaml', { cwd: folder, rules: [], code: true })).rejects.toThrow(
      'The configuration .regmigrate.yaml is a link to a file that is not there.',
    );
  });

  it('does not choose between two in one folder', () => {
    const folder = folderWith({ '.regmigrate.yaml': '', 'regmigrate.config.json': '{}' });
    expect(() => findConfig(folder)).toThrow(/are both a configuration; leave one/);
  });
});
