import { expect, it } from 'vitest';
import { goesOnEscaped } from './goes-on-escaped.ts';

it.each([
  ['\\x73e', true],
  ['\\u0073e', true],
  ['\\u{73}e', true],
  ['\\U00000073e', true],
  ['\\163e', true],
  [':\\x33', true],
  ['\\x3a3.2', true],
  ['\\\nse', true],
  ['\\\r\nse', true],
  ['', false],
  ['\\n', false],
  ['\\"', false],
  ['\\/', false],
  ['\\x20', false],
  ['\\u003c/b>', false],
  ['\\Uffffffff', false],
  ['\\\n  next', false],
  ['\\', false],
  [' \\x73', false],
])('%j', (after, expected) => {
  expect(goesOnEscaped(`pau${after}`, 3)).toBe(expected);
});
