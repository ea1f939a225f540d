import { expect, it } from 'vitest';
import type { OutlineNode } from '../outline.ts';
import { readOutline } from '../read-outline.ts';
import { isAt } from './shape.ts';

const text = 'kind: Lantern\napiVersion: x/v1\nspec:\n  sources:\n    - helm:\n        image: a\n';
const node = readOutline(text).scalars.find(({ key }: OutlineNode) => key === 'image');

it.each([
  ['spec sources * helm image', true],
  ['spec ** image', true],
  ['** helm image', true],
  ['** helm *', true],
  ['**', true],
  ['spec sources **', true],
  ['sources * helm image', false],
  ['** image helm', false],
  ['spec sources helm image', false],
  ['spec sources * helm', false],
])('%s: %s', (keys, expected) => {
  expect(node && isAt({ path: 'x.yaml', text }, node, { keys })).toBe(expected);
});

it('asks for kind, group and file', () => {
  const file = { path: 'a/x.yaml', text };
  const is = (where: object): boolean => node !== undefined && isAt(file, node, { keys: '**', ...where });
  expect(is({ kind: /^Lantern$/, group: /^x\//, file: /x\.yaml$/ })).toBe(true);
  expect([is({ kind: /^Rope$/ }), is({ group: /^y\// }), is({ file: /y\.yaml$/ })]).toEqual([
    false,
    false,
    false,
  ]);
});
