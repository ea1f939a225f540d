import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, encode } from './text-encoding.ts';

const bytes = fc
  .tuple(
    fc.constantFrom('', '\xff\xfe', '\xfe\xff', '\xef\xbb\xbf', '\xff\xfe\0\0'),
    fc.oneof(
      fc.uint8Array(),
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
    ),
  )
  .map(([mark, rest]) => Buffer.concat([Buffer.from(mark, 'latin1'), rest]));

test('whatever the bytes are, they come back', () => {
  fc.assert(
    fc.property(bytes, (original) => {
      const { text, encoding } = decode(original);
      expect(encode(text, encoding).equals(original)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['plain', Buffer.from('image: é'), { text: 'image: é', encoding: 'utf-8' }],
  ['UTF-8 with mark', Buffer.from('\uFEFFx'), { text: '\uFEFFx', encoding: 'utf-8' }],
  ['UTF-16LE', Buffer.from('\uFEFFé', 'utf16le'), { text: '\uFEFFé', encoding: 'utf-16le' }],
  ['UTF-16BE', Buffer.from('\uFEFFé', 'utf16le').swap16(), { text: '\uFEFFé', encoding: 'utf-16be' }],
  [
    'UTF-16 with half a unit',
    Buffer.from([0xff, 0xfe, 0x61]),
    { text: 'ÿþa', encoding: 'latin1', opaque: 'encoding' },
  ],
  ['Latin-1', Buffer.from('caf\xe9', 'latin1'), { text: 'caf\xe9', encoding: 'latin1', opaque: 'encoding' }],
  ['NUL in valid UTF-8', Buffer.from('a\0b'), { text: 'a\0b', encoding: 'latin1', opaque: 'binary' }],
  ['late NUL', Buffer.from(`${'a'.repeat(8000)}\0`), { text: `${'a'.repeat(8000)}\0`, encoding: 'utf-8' }],
  ['empty', Buffer.of(), { text: '', encoding: 'utf-8' }],
])('%s', (_, original, decoded) => {
  expect(decode(original)).toEqual(decoded);
});
