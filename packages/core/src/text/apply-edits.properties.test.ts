import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Edit } from '../model/text.ts';
import { applyEdits, invertEdits } from './apply-edits.ts';

const piece = fc.string({
  unit: fc.constantFrom('a', 'b', '\n', '\r', '\uFEFF', '\uD83D', '\uDE00', 'é'),
  maxLength: 5,
});

/** A text in turns of kept and edited pieces, so that what must come out is known without applying. */
const made = fc
  .array(fc.record({ kept: piece, expected: piece, text: piece }), { maxLength: 8 })
  .chain((turns) => {
    const edits: Edit[] = [];
    let before = '';
    let after = '';
    for (const { kept, expected, text } of turns) {
      before += kept;
      edits.push({ span: { start: before.length, end: before.length + expected.length }, expected, text });
      before += expected;
      after += kept + text;
    }
    return fc.record({
      before: fc.constant(before),
      after: fc.constant(after),
      edits: fc.constant<readonly Edit[]>(edits),
      shuffled: fc.shuffledSubarray(edits, { minLength: edits.length }),
    });
  });

/** Only among edits that begin at one place does the order given say something. */
const ordered = (edits: readonly Edit[]) =>
  new Set(edits.map(({ span }) => span.start)).size === edits.length;
const wild: fc.Arbitrary<Edit> = fc.record({
  span: fc.record({ start: fc.integer({ min: -2, max: 12 }), end: fc.integer({ min: -2, max: 12 }) }),
  expected: piece,
  text: piece,
});

test('edits change their spans and nothing else', () => {
  fc.assert(
    fc.property(made, ({ before, after, edits }) => {
      expect(run(before, edits)).toBe(after);
    }),
  );
});

test('the order of the list is free', () => {
  fc.assert(
    fc.property(made, ({ before, after, edits, shuffled }) => {
      fc.pre(ordered(edits));
      expect(run(before, shuffled)).toBe(after);
    }),
  );
});

test('the inverse gives the text back, and its inverse the edited text', () => {
  fc.assert(
    fc.property(made, ({ before, after, edits }) => {
      const inverse = invertEdits(edits);
      expect(run(after, inverse)).toBe(before);
      expect(run(before, invertEdits(inverse))).toBe(after);
    }),
  );
});

test('one edit more that does not fit refuses the whole list', () => {
  fc.assert(
    fc.property(made, fc.nat(), wild, ({ before, edits }, at, extra) => {
      const { start, end } = extra.span;
      const inRange = start >= 0 && start <= end && end <= before.length;
      const fits =
        inRange &&
        before.slice(start, end) === extra.expected &&
        edits.every(({ span }) => span.end <= start || end <= span.start);
      const place = at % (edits.length + 1);
      const applied = applyEdits(before, edits.toSpliced(place, 0, extra));
      expect(applied.ok).toBe(fits);
    }),
    { numRuns: 2000 },
  );
});

test('any list either applies and can be undone, or is refused with reasons', () => {
  fc.assert(
    fc.property(piece, fc.array(wild, { maxLength: 3 }), (text, edits) => {
      const applied = applyEdits(text, edits);
      if (applied.ok) expect(run(applied.text, invertEdits(edits))).toBe(text);
      else expect(applied.refused.length).toBeGreaterThan(0);
    }),
  );
});

function run(text: string, edits: readonly Edit[]): string | readonly unknown[] {
  const applied = applyEdits(text, edits);
  return applied.ok ? applied.text : applied.refused;
}
