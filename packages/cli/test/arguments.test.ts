import { nearest } from '@regmigrate/core';
import { describe, expect, it } from 'vitest';
import { parseArguments } from '../src/arguments/parse-arguments.ts';
import { parseSize } from '../src/arguments/parse-size.ts';

describe('parseArguments', () => {
  it.each([
    [[], 'lint', []],
    [['lint', 'a', 'b'], 'lint', ['a', 'b']],
    [['deploy'], 'lint', ['deploy']],
    [['fix', '--diff', 'a'], 'fix', ['a']],
    [['--verbose', 'fix', 'a'], 'fix', ['a']],
    [['./fix'], 'lint', ['./fix']],
    [['--', 'fix'], 'lint', ['fix']],
    [['fix', '--', '--diff'], 'fix', ['--diff']],
    [['-', '-q'], 'lint', ['-']],
  ] as const)('%j is %s of %j', (argv, command, operands) => {
    expect(parseArguments(argv)).toMatchObject({ command, operands });
  });

  it('takes the last of two colours', () => {
    expect(parseArguments(['--color', '--no-color']).color).toBe(false);
    expect(parseArguments(['--no-color', '--color']).color).toBe(true);
    expect(parseArguments([])).not.toHaveProperty('color');
  });
});

it.each([
  ['4096', 4096],
  ['16MB', 16 * 2 ** 20],
  ['16 MiB', 16 * 2 ** 20],
  ['1.5k', 1536],
  ['2g', 2 ** 31],
  ['0', undefined],
  ['-1', undefined],
  ['16 pounds', undefined],
  ['', undefined],
])('parseSize(%j) is %j', (text, size) => {
  expect(parseSize(text)).toBe(size);
});

it.each([
  ['lnit', 'lint'],
  ['fx', 'fix'],
  ['image', 'images'],
  ['deploy', undefined],
  ['x', undefined],
])('nearest(%j) is %j', (word, expected) => {
  expect(nearest(word, ['lint', 'fix', 'undo', 'explain', 'images'])).toBe(expected);
});
