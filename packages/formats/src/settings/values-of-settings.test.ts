import { expect, it } from 'vitest';
import { valuesOfSettings } from './values-of-settings.ts';

/** `path=value` a line, as settings of that text. */
const values = (text: string): string => {
  let at = 0;
  const settings = text.split('\n').map((line) => {
    const equals = line.indexOf('=');
    const value = { start: at + equals + 1, end: at + line.length };
    at += line.length + 1;
    return { path: line.slice(0, equals), value };
  });
  return valuesOfSettings(text, settings).text;
};

it.each([
  ['a=1', '"a": "1"\n'],
  ['a.b=1\na.c=1.10', '"a":\n  "b": "1"\n  "c": "1.10"\n'],
  ['a[0].b=1', '"a":\n  "0":\n    "b": "1"\n'],
  ['a\\.b.c=1', '"a.b":\n  "c": "1"\n'],
  ['a=1\na=2', '"a": "2"\n'],
  ['a=1\na.b=2', '"a":\n  "b": "2"\n'],
  ['a=say "hi"', '"a": "say__hi_"\n'],
  ['=1', ''],
])('%s', (settings, expected) => {
  expect(values(settings)).toBe(expected);
});
