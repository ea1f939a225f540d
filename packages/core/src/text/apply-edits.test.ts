import { describe, expect, test } from 'vitest';
import type { Edit } from '../model/text.ts';
import { applyEdits, invertEdits } from './apply-edits.ts';

const edit = (start: number, expected: string, text: string, end = start + expected.length): Edit => ({
  span: { start, end },
  expected,
  text,
});

describe('applies', () => {
  test.each<[string, string, Edit[], string]>([
    ['nothing', 'abc', [], 'abc'],
    ['a replacement', 'abc', [edit(1, 'b', 'BB')], 'aBBc'],
    ['a deletion', 'abc', [edit(1, 'b', '')], 'ac'],
    ['an insertion', 'abc', [edit(1, '', 'x')], 'axbc'],
    ['at both ends', 'abc', [edit(0, 'a', 'x'), edit(2, 'c', 'y')], 'xby'],
    ['insertions at both ends', 'abc', [edit(0, '', '<'), edit(3, '', '>')], '<abc>'],
    ['to the whole', 'abc', [edit(0, 'abc', '')], ''],
    ['to the empty text', '', [edit(0, '', 'x')], 'x'],
    ['neighbours', 'abc', [edit(1, 'b', 'y'), edit(0, 'a', 'x')], 'xyc'],
    ['an insertion before a replacement', 'abc', [edit(1, 'b', 'y'), edit(1, '', '<')], 'a<yc'],
    ['an insertion behind a replacement', 'abc', [edit(2, '', '>'), edit(1, 'b', 'y')], 'ay>c'],
    ['insertions at one place in the order given', 'ab', [edit(1, '', '1'), edit(1, '', '2')], 'a12b'],
    ['between BOM, CR and LF', '\uFEFFa\r\nb', [edit(1, 'a', 'x'), edit(4, 'b', 'y')], '\uFEFFx\r\ny'],
    ['in UTF-16 units', '😀a', [edit(2, 'a', 'b')], '😀b'],
  ])('%s', (_, text, edits, result) => {
    expect(applyEdits(text, edits)).toEqual({ ok: true, text: result });
    expect(applyEdits(result, invertEdits(edits))).toEqual({ ok: true, text });
  });
});

describe('refuses', () => {
  const fine = edit(0, 'a', 'x');
  test.each<[string, Edit, string]>([
    ['another text', edit(1, 'X', 'y'), 'stale'],
    ['another case', edit(1, 'B', 'y'), 'stale'],
    ['a longer expectation than the span', edit(1, 'bc', 'y', 2), 'stale'],
    ['an empty expectation of a span', edit(1, '', 'y', 2), 'stale'],
    ['an end past the text', edit(3, '', 'y', 4), 'out-of-range'],
    ['a start past the text', edit(9, '', 'y'), 'out-of-range'],
    ['a negative start', edit(-1, 'c', 'y', 3), 'out-of-range'],
    ['an end before the start', edit(2, '', 'y', 1), 'out-of-range'],
    ['no number', edit(NaN, '', 'y', NaN), 'out-of-range'],
    ['the same span twice', edit(0, 'a', 'x'), 'overlap'],
    ['a span over another', edit(0, 'ab', 'y'), 'overlap'],
  ])('%s, and the others with it', (_, bad, reason) => {
    const applied = applyEdits('abc', [fine, bad]);
    expect(applied).toEqual({ ok: false, refused: [{ edit: bad, reason }] });
  });

  test('an insertion inside another edit', () => {
    expect(applyEdits('abc', [edit(0, 'abc', ''), edit(1, '', 'x')])).toMatchObject({
      refused: [{ reason: 'overlap' }],
    });
  });

  test('and names every edit that does not fit', () => {
    const bad = [edit(9, '', ''), edit(1, 'X', ''), edit(2, 'X', '')];
    const applied = applyEdits('abc', [...bad, fine]);
    expect(!applied.ok && new Set(applied.refused.map((refused) => refused.edit))).toEqual(new Set(bad));
  });
});
