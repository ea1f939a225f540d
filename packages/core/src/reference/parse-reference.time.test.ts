import { describe, expect, test } from 'vitest';
import { HEX } from '../../test/support/parts.ts';
import { parseReference } from './parse-reference.ts';
import { printReference } from './print-reference.ts';

describe('time grows with the text, and no more', () => {
  const units = [
    ' ',
    ...'a a- - . a. / a/ : a: 1: @ A [ _ $ ${ ${a ${${ ${${a} $( $(a {{ {{a {{} }} $a {{a}} ${a}'.split(' '),
  ];
  const around = [
    ['', ''],
    ['', '!'],
    ['h.io/', '!'],
    ['h.io/a:', '!'],
    ['h.io/a@', '!'],
    ['h.io/a@sha256:', '!'],
    ['', '.io/a'],
    ['${', ''],
  ] as const;

  // A quadratic reader makes 10^10 steps or more of one such text: minutes, where this takes milliseconds.
  test.each(units)('%s, 200 000 characters', { timeout: 20_000 }, (unit) => {
    for (const [before, after] of around) {
      const text = before + unit.repeat(200_000 / unit.length) + after;
      const parsed = parseReference(text);
      if (parsed.ok) expect(printReference(parsed.reference)).toBe(text);
    }
  });

  test.each(['a-', 'a.', '-', 'a/'])(
    '%s, 12 000 000 characters, where a matcher can run out of stack',
    (unit) => {
      const long = unit.repeat(12_000_000 / unit.length);
      for (const text of [`h.io/${long}a`, `${long}.io/a`, `a:${long}a`, `a@${long}:${HEX}`])
        expect(() => parseReference(text)).not.toThrow();
    },
  );
});
