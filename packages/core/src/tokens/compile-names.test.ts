import { describe, expect, it } from 'vitest';
import type { NamePattern } from '../model/rule.ts';
import { compileNames } from './compile-names.ts';

const prefilterOf = (...names: NamePattern[]) => compileNames([{ id: 'any', names }]).prefilter;
const finds = (prefilter: string, text: string) => new RegExp(prefilter, 'i').test(text);

describe('the prefilter', () => {
  const names = [
    { domain: 'old.example.com' },
    { domain: 'us.old.example.com', path: 'folder' },
    { domain: 'old.example.org', path: 'some_folder' },
    { domain: '*-docker.pkg.dev', path: 'images/*' },
    { domain: '*.example.net' },
  ];
  const prefilter = prefilterOf(...names);

  it.each([
    'old.example.com',
    'OLD.Example.COM/x',
    'us.old.example.com/folder',
    'old\\.example\\.com',
    'old.example.org/some\\_folder/x',
    'europe-west1-docker.pkg.dev/images/x',
    'my.example.net',
  ])('finds %s', (text) => {
    expect(finds(prefilter, text)).toBe(true);
  });

  it.each(['example.com', 'old.example.org/other', 'pkg.dev/other', 'net'])('leaves %s', (text) => {
    expect(finds(prefilter, text)).toBe(false);
  });

  it('leaves out a name that holds another one, and writes one beginning once', () => {
    expect(prefilterOf({ domain: 'us.a-b.c' }, { domain: 'a-b.c' }, { domain: 'a-b.d' })).toBe(
      'a-b(?:\\\\{0,2}\\.c|\\\\{0,2}\\.d)',
    );
  });
});
