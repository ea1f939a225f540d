import { expect, test } from 'vitest';
import { findTemplateExpressions } from './template-expressions.ts';

const found = (text: string) => findTemplateExpressions(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['', []],
  ['nginx:1', []],
  ['${A}', ['${A}']],
  ['a${B}c$(D)e$F-g{{ h }}i', ['${B}', '$(D)', '$F', '{{ h }}']],
  ['${A:-b}${C:?d e}${E%/*}${1}', ['${A:-b}', '${C:?d e}', '${E%/*}', '${1}']],
  ['${A:-${B}}', ['${A:-${B}}']],
  ['${A:-${B:-${C}}}', ['${B:-${C}}']],
  ['$A$B', ['$A', '$B']],
  ['$A_1.b', ['$A_1']],
  ['$A-b', ['$A']],
  ['$$A', ['$A']],
  ['$(shell date +%s)', ['$(shell date +%s)']],
  ['{{a}}{{b}}', ['{{a}}', '{{b}}']],
  ['{{- .Values.tag | default "x" -}}', ['{{- .Values.tag | default "x" -}}']],
  ['{{ "${A}" }}', ['{{ "${A}" }}']],
  ['${{ matrix.tag }}', ['{{ matrix.tag }}']],
])('%s', (text, expressions) => expect(found(text)).toEqual(expressions));

test.each([
  '$',
  '$1',
  '$ A',
  '${',
  '${}',
  '${A',
  '$(A',
  '$()',
  '{{',
  '{{}}',
  '{{ a }',
  '{ a }',
  '${A\nB}',
  '$(A\nB)',
  '{{\n}}',
])('none in %j', (text) => expect(found(text)).toEqual([]));

test('an expression has at most 400 characters inside', () => {
  for (const [open, close] of [
    ['${', '}'],
    ['$(', ')'],
    ['{{', '}}'],
  ]) {
    expect(found(`${open}${'1'.repeat(400)}${close}`)).toHaveLength(1);
    expect(found(`${open}${'1'.repeat(401)}${close}`)).toHaveLength(0);
  }
});
