import { expect, it } from 'vitest';
import { isRuledOut } from './is-ruled-out.ts';

const minors = (...numbers: number[]): string[] => numbers.map((number) => `v1.${number}.0`);

it.each([
  ['a hole in a line', 'v1.2.1', ['v1.2.0', 'v1.2.2'], true],
  ['another spelling', '1.8.6', ['v1.8.6'], true],
  ['the next patch of an older line', 'v1.29.6', ['v1.29.5', 'v1.30.1', 'v1.31.0'], false],
  ['a patch of a finished line', 'v1.23.18', ['v1.23.17', ...minors(24, 25, 26, 27, 28, 29, 30)], true],
  ['a line that may go on', 'v1.23.18', ['v1.23.17', ...minors(24, 25, 26, 27, 28, 29)], false],
  ['a line before the first', 'v1.5.0', minors(6, 7, 8, 9), true],
  ['a line before too few', 'v1.5.0', minors(6, 7, 8), false],
  ['the future', 'v99.0.0', minors(6, 7, 8, 9), false],
  ['a candidate', 'v1.8.8-rc.1', ['v1.8.8', 'v1.8.9'], false],
  ['an older revision', '3.5.7-0', ['3.5.7-1'], true],
  ['a newer revision', '3.5.7-1', ['3.5.7-0', '3.5.8-0'], false],
  ['an earlier day', 'v20230101-abc', ['v20230407-def'], true],
  ['the same day', 'v20230407-abc', ['v20230407-def'], false],
  ['a later day', 'v20240101-abc', ['v20230407-def'], false],
  ['a word', 'latest', ['v1.0.0'], false],
  ['numbers of another length', '3.4', ['3.4.1', '3.5.0'], false],
])('%s: %s', (_, tag, tags, expected) => {
  expect(isRuledOut(tag, tags)).toBe(expected);
});
