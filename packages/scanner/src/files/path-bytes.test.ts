import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodePath, encodePath } from './path-bytes.ts';

test('any bytes come back', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.string({ unit: 'binary' }).map((s) => Buffer.from(s)),
      ),
      (bytes) => {
        const original = Buffer.from(bytes);
        expect(Buffer.from(encodePath(decodePath(original))).equals(original)).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a valid name is itself', () => {
  expect(decodePath(Buffer.from('é/😀.yaml'))).toBe('é/😀.yaml');
  expect(encodePath('é/😀.yaml')).toBe('é/😀.yaml');
});

test('a byte that is no character prints as the replacement character', () => {
  const path = decodePath(Buffer.from('caf\xe9.yaml', 'latin1'));
  expect(Buffer.from(path).toString()).toBe('caf\uFFFD.yaml');
});
