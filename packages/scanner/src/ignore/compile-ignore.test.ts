import { expect, test } from 'vitest';
import { compileIgnore } from './compile-ignore.ts';

// As gitignore(5) has it; where ripgrep differs (a negated set that matches a slash), git is right.
test.each([
  ['a', 'd/a', 'ignored'],
  ['/a', 'd/a', undefined],
  ['d/a', 'e/d/a', undefined],
  ['a/', 'a', undefined],
  ['a[!b]c', 'a/c', undefined],
  ['a?c', 'a/c', undefined],
  ['d/*', 'd/e/a', undefined],
  ['d/**', 'd/e/a', 'ignored'],
  ['**/a', 'a', 'ignored'],
  ['d/**/a', 'd/a', 'ignored'],
  ['a\nb\n!a', 'a', 'kept'],
  ['!a\na', 'a', 'ignored'],
  ['# a', '# a', undefined],
  ['\\#a', '#a', 'ignored'],
  ['\\!a', '!a', 'ignored'],
  ['a   ', 'a', 'ignored'],
  ['a\\ ', 'a ', 'ignored'],
  ['a\r\n', 'a', 'ignored'],
  ['\uFEFFa', 'a', 'ignored'],
  ['[[:digit:]]', '1', 'ignored'],
  ['[]-]', ']', 'ignored'],
  ['[z-a]', 'b', undefined],
  ['a.b', 'axb', undefined],
  ['A', 'a', undefined],
])('%j on %s', (text, path, verdict) => {
  expect(compileIgnore(text)(path, false)).toBe(verdict);
});
