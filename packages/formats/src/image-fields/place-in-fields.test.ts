import { compileNames, findTokens } from '@regmigrate/core';
import { describe, expect, it } from 'vitest';
import { placeTokens } from '../place-tokens.ts';
import type { ImageField } from '@regmigrate/core';

const names = compileNames([{ id: 'old', names: [{ domain: 'k8s.gcr.io' }] }]);

function place(text: string, field: ImageField, path = 'a.yaml') {
  const tokens = findTokens(text, names);
  return placeTokens({ path, text }, tokens, [], [field]).placements;
}

const runner = (spec: string): string =>
  `apiVersion: ci.example/v1\nkind: Runner\nmetadata: {name: r}\nspec:\n${spec}`;

describe('a declared field', () => {
  it.each<[string, string, ImageField]>([
    ['whole', '  runtime: k8s.gcr.io/pause\n', { path: 'spec.runtime', kind: 'Runner' }],
    ['any key', '  a: {use: k8s.gcr.io/pause}\n', { path: 'spec.*.use', apiVersion: 'ci.example/*' }],
    ['items', '  use: [k8s.gcr.io/pause]\n', { path: 'spec.use[]', apiVersion: 'ci.example/v1' }],
    ['a quoted key', '  x.y/z: k8s.gcr.io/pause\n', { path: 'spec."x.y/z"' }],
  ])('%s', (_, spec, field) => {
    expect(place(runner(spec), field)).toMatchObject([{ context: 'image-field' }]);
  });

  it.each<[string, ImageField]>([
    ['another kind', { path: 'spec.runtime', kind: 'Walker' }],
    ['another group', { path: 'spec.runtime', apiVersion: 'cd.example/*' }],
    ['another path', { path: 'runtime' }],
    ['a longer path', { path: 'spec.x.runtime' }],
  ])('is not %s', (_, field) => {
    const [placement] = place(runner('  runtime: "see k8s.gcr.io/pause"\n'), field);
    expect(placement?.context).not.toBe('image-field');
  });

  it('is split over keys', () => {
    const field: ImageField = {
      path: 'spec.boxes[]',
      written: { registry: 'host', repository: 'at', tag: 'rev', digest: 'sum' },
    };
    const text = runner(
      '  boxes:\n    - {host: k8s.gcr.io, at: pause, rev: "3.1"}\n    - {at: k8s.gcr.io/dns, rev: 1.10}\n',
    );
    expect(place(text, field)).toMatchObject([
      { context: 'split-field', completions: ['k8s.gcr.io/pause:3.1'] },
      { context: 'split-field', completions: ['k8s.gcr.io/dns:1.1'] },
    ]);
  });

  it.each([
    ['block', '  config: |\n    image: k8s.gcr.io/pause:3.1\n', 'yaml'],
    ['json', `  config: '{"image": "k8s.gcr.io/pause:3.1"}'\n`, 'json'],
    ['escaped json', '  config: "{\\"image\\":\\"k8s.gcr.io/pause:3.1\\"}"\n', 'json'],
  ] as const)('holds a text: %s', (_, spec, written) => {
    const [placement] = place(runner(spec), { path: 'spec.config', written });
    expect(placement).toMatchObject({
      context: 'embedded-manifest',
      locator: 'Runner/r spec.config › image',
    });
  });
});
