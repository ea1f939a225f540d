import type { Edit } from '@regmigrate/core';
import { describe, expect, test } from 'vitest';
import { isAnnouncedMove } from './is-announced-move.ts';

/** Every `old` becomes `new`. */
const movesIn = (text: string): readonly Edit[] =>
  Array.from(text.matchAll(/old/g), ({ index }) => ({
    span: { start: index, end: index + 3 },
    expected: 'old',
    text: 'new',
  }));

describe('a text that became another', () => {
  test.each([
    ['old/a:1', 'new/a:1', true],
    ['x old/a old/b y', 'x new/a new/b y', true],
    // One stays, as a comment in a script does.
    ['old/a old/b', 'new/a old/b', true],
    ['old/a old/b', 'old/a new/b', true],
    ['old/a:1', 'new/a:2', false],
    ['old/a:1', 'new/a:1 ', false],
    ['old/a:1', 'other/a:1', false],
    ['old', 'old', false],
    ['a', 'b', false],
    ['', 'new', false],
    ['old', '', false],
  ])('%j → %j: %j', (before, after, expected) => {
    expect(isAnnouncedMove(before, after, movesIn)).toBe(expected);
  });

  test('in time that grows with its length', () => {
    const before = 'old/image:1 '.repeat(20_000);
    expect(isAnnouncedMove(before, before.replaceAll('old', 'new'), movesIn)).toBe(true);
  });
});
