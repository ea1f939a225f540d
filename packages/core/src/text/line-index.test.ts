import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LineIndex } from './line-index.ts';

const BOM = '\uFEFF';

describe('lines', () => {
  test.each([
    ['', ['']],
    ['a', ['a']],
    ['a\n', ['a', '']],
    ['a\nb', ['a', 'b']],
    ['a\r\nb\r\n', ['a', 'b', '']],
    ['a\rb\r', ['a', 'b', '']],
    ['\n\r\n\r', ['', '', '', '']],
    ['a\n\rb', ['a', '', 'b']],
    ['a\r\r\nb', ['a', '', 'b']],
    [`${BOM}a\nb`, ['a', 'b']],
    [BOM, ['']],
    [`a\n${BOM}b`, ['a', `${BOM}b`]],
    ['a\u2028b\u0085c\vd\fe', ['a\u2028b\u0085c\vd\fe']],
    ['😀\n日本', ['😀', '日本']],
  ])('of %j', (text, lines) => {
    const index = new LineIndex(text);
    expect(index.lineCount).toBe(lines.length);
    expect(lines.map((_, number) => index.line(number + 1))).toEqual(lines);
  });

  test.each([0, -1, 3, 1.5, NaN, Infinity])('none with the number %d', (number) => {
    expect(new LineIndex('a\nb').line(number)).toBeUndefined();
  });
});

describe('positions', () => {
  test.each([
    ['', 0, 1, 1],
    ['ab', 0, 1, 1],
    ['ab', 1, 1, 2],
    ['ab', 2, 1, 3],
    ['ab', 99, 1, 3],
    ['ab', -1, 1, 1],
    ['ab\ncd', 2, 1, 3],
    ['ab\ncd', 3, 2, 1],
    ['ab\ncd', 99, 2, 3],
    ['ab\n', 3, 2, 1],
    ['ab\n', 99, 2, 1],
    ['a\r\nb', 2, 1, 3],
    ['a\r\nb', 3, 2, 1],
    ['a\rb', 2, 2, 1],
    [`${BOM}ab`, 0, 1, 1],
    [`${BOM}ab`, 1, 1, 1],
    [`${BOM}ab`, 2, 1, 2],
    [`${BOM}a\nb`, 3, 2, 1],
    ['😀b', 2, 1, 3],
    ['😀\nb', 3, 2, 1],
  ])('%j at %d: line %d, column %d', (text, offset, line, column) => {
    expect(new LineIndex(text).at(offset)).toEqual({ line, column });
  });
});

describe('agrees with walking the text', () => {
  const texts = fc
    .tuple(fc.constantFrom('', BOM), fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', '😀', BOM, ' ')))
    .map(([bom, pieces]) => bom + pieces.join(''));

  /** One character after the other. */
  function walk(text: string, offset: number) {
    let line = 1;
    let column = 1;
    for (let at = text.startsWith(BOM) ? 1 : 0; at < Math.min(offset, text.length); at += 1) {
      const ends = text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n');
      line += ends ? 1 : 0;
      column = ends ? 1 : column + 1;
    }
    return { line, column };
  }

  test('in positions', () => {
    fc.assert(
      fc.property(texts, fc.nat(60), (text, offset) => {
        expect(new LineIndex(text).at(offset)).toEqual(walk(text, offset));
      }),
    );
  });

  test('in lines', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const index = new LineIndex(text);
        const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
        expect(lines.map((_, number) => index.line(number + 1))).toEqual(lines);
        expect(index.lineCount).toBe(lines.length);
      }),
    );
  });
});
