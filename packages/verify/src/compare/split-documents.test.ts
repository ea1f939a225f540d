import { expect, test } from 'vitest';
import { splitDocuments } from './split-documents.ts';

test.each([
  ['a: 1\n', ['a: 1\n']],
  ['---\na: 1\n---\nb: 2\n', ['\na: 1\n', '\nb: 2\n']],
  ['---\n# Source: a.yaml\n---\n# Source: b.yaml\nb: 2', ['\n# Source: b.yaml\nb: 2']],
  ['a: |\n  ---\n  b\n', ['a: |\n  ---\n  b\n']],
  ['--- {a: 1}\n---text: 1\n', [' {a: 1}\n---text: 1\n']],
  ['a: 1\r\n---\r\nb: 2\r\n', ['a: 1\r\n', '\r\nb: 2\r\n']],
  ['', []],
])('%j', (text, documents) => {
  expect(splitDocuments(text)).toEqual(documents);
});
