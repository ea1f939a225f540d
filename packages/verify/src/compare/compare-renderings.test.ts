import type { Edit } from '@regmigrate/core';
import { describe, expect, test } from 'vitest';
import { compareRenderings } from './compare-renderings.ts';
import { printPath } from './difference.ts';
import { explainDifferences, type ChartVersions } from './explain-differences.ts';
import { UnreadableDocument } from './read-objects.ts';
import { withoutRandom } from './without-random.ts';

const movesIn = (text: string): readonly Edit[] =>
  Array.from(text.matchAll(/old\.io/g), ({ index }) => ({
    span: { start: index, end: index + 6 },
    expected: 'old.io',
    text: 'new.io',
  }));

const object = (kind: string, name: string, rest: string): string =>
  `---\napiVersion: v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n${rest}\n`;
const pod = (image: string, rest = ''): string => object('Pod', 'web', `spec:\n  image: ${image}\n${rest}`);

function explain(before: string, after: string, versions?: ChartVersions) {
  const { moved, derived, unexplained } = explainDifferences(
    compareRenderings(before, after),
    movesIn,
    versions,
  );
  return {
    moved,
    derived,
    places: unexplained.map(({ object, path }) => `${object} ${printPath(path)}`.trim()),
  };
}

describe('explained', () => {
  test('a move', () => {
    expect(explain(pod('old.io/a:1'), pod('new.io/a:1'))).toEqual({ moved: 1, derived: 0, places: [] });
  });

  test('a document inside a string', () => {
    const map = (image: string) =>
      object('ConfigMap', 'c', `data:\n  pod.yaml: |\n    image: ${image}\n    a: b`);
    expect(explain(map('old.io/a:1'), map('new.io/a:1'))).toMatchObject({ moved: 1, places: [] });
  });

  test('the data of a Secret', () => {
    const secret = (text: string) =>
      object('Secret', 's', `data:\n  x: ${Buffer.from(text).toString('base64')}`);
    expect(explain(secret('old.io/a:1'), secret('new.io/a:1'))).toMatchObject({ moved: 1, places: [] });
  });

  test('checksums, once something has moved', () => {
    const [one, two] = ['a'.repeat(64), 'b'.repeat(64)];
    const annotated = (image: string, sum: string) =>
      pod(image, `  annotations:\n    checksum/config: ${sum}`);
    expect(explain(annotated('old.io/a', one), annotated('new.io/a', two))).toMatchObject({ derived: 1 });
    expect(explain(annotated('a', one), annotated('a', two)).places).toHaveLength(1);
  });

  test('a checksum among data, whatever it is a checksum of', () => {
    const [one, two] = ['a'.repeat(64), 'b'.repeat(64)];
    const both = (image: string, sum: string, key: string) =>
      `${pod(image)}\n---\n${object('ConfigMap', 'c', `data:\n  ${key}: ${sum}`)}`;
    const explained = (key: string) => explain(both('old.io/a', one, key), both('new.io/a', two, key));
    expect(explained('checksum_hook-image-puller')).toMatchObject({ derived: 1, places: [] });
    expect(explained('image').places).toHaveLength(1);
  });

  test('names with a hash, and what refers to them', () => {
    const both = (image: string, hash: string) =>
      object('ConfigMap', `c-${hash}`, `data: { image: ${image} }`) + object('Pod', 'p', `config: c-${hash}`);
    expect(explain(both('old.io/a', '8c7f8t9d5f'), both('new.io/a', '2c7f8t9d5k'))).toEqual({
      moved: 1,
      derived: 2,
      places: [],
    });
  });

  test('the version of a chart in its labels, not in a selector', () => {
    const labelled = (key: string, version: string) =>
      pod('a', `  ${key}:\n    helm.sh/chart: web-${version}`);
    const versions = {
      before: { version: '1.0.0+a', appVersion: '' },
      after: { version: '1.0.1+a', appVersion: '' },
    };
    const bumped = (key: string) => explain(labelled(key, '1.0.0_a'), labelled(key, '1.0.1_a'), versions);
    expect(bumped('labels')).toMatchObject({ derived: 1, places: [] });
    expect(bumped('selector').places).toHaveLength(1);
  });
});

describe('not explained', () => {
  test.each([
    ['a tag', pod('old.io/a:1'), pod('new.io/a:2'), ['Pod/web spec.image']],
    [
      'a digest',
      pod(`old.io/a@sha256:${'a'.repeat(64)}`),
      pod(`new.io/a@sha256:${'b'.repeat(64)}`),
      ['Pod/web spec.image'],
    ],
    [
      'a digest by itself',
      pod('old.io/a', `  digest: ${'a'.repeat(64)}`),
      pod('new.io/a', `  digest: ${'b'.repeat(64)}`),
      ['Pod/web spec.digest'],
    ],
    ['a type', pod('a', '  x: 1'), pod('a', '  x: "1"'), ['Pod/web spec.x']],
    [
      'a large number',
      pod('a', '  x: 12345678901234567890'),
      pod('a', '  x: 12345678901234567891'),
      ['Pod/web spec.x'],
    ],
    ['a new key', pod('a'), pod('a', '  x: 1'), ['Pod/web spec.x']],
    [
      'a key that moved',
      pod('a', '  m: { old.io: x }'),
      pod('a', '  m: { new.io: x }'),
      ['Pod/web spec.m["old.io"]', 'Pod/web spec.m["new.io"]'],
    ],
    ['an element less', pod('a', '  x: [a, b]'), pod('a', '  x: [a]'), ['Pod/web spec.x[1]']],
    ['an object less', pod('a') + object('Job', 'j', ''), pod('a'), ['Job/j']],
    ['an object more', pod('a'), pod('a') + object('Job', 'j', ''), ['Job/j']],
    ['a second copy', pod('a'), pod('a') + pod('a'), ['Pod/web']],
    [
      'another namespace',
      pod('a').replace('name: web', 'name: web\n  namespace: x'),
      pod('a'),
      ['Pod/web', 'Pod/web'],
    ],
  ])('%s', (_, before, after, places) => {
    expect(explain(before, after)).toMatchObject({ places });
  });
});

test('the order of objects and keys does not count', () => {
  const [one, two] = [pod('a'), object('Job', 'j', 'b: 1\na: 2')];
  expect(explain(one + two, object('Job', 'j', 'a: 2\nb: 1') + one)).toEqual({
    moved: 0,
    derived: 0,
    places: [],
  });
});

test('what differs between two renderings of one state is not told', () => {
  const state = (image: string, password: string, name: string) =>
    pod(image, `  password: ${password}`) + object('Job', name, '');
  const before = state('old.io/a', 'x', 'job-1');
  const { unexplained } = explainDifferences(
    compareRenderings(before, state('new.io/a', 'y', 'job-2')),
    movesIn,
  );
  const sameState = compareRenderings(before, state('old.io/a', 'z', 'job-3'));
  expect(unexplained).toHaveLength(3);
  expect(withoutRandom(unexplained, sameState)).toEqual([]);
});

describe('documents that cannot be read', () => {
  const bomb = (top: string) =>
    `kind: Pod\na: &a [x, x, x, x, x, x, x, x, x]\n${Array.from('bcdefgh', (name, index) => {
      const before = 'abcdefg'[index] ?? '';
      return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]\n`;
    }).join('')}top: ${top}\n`;

  test.each([
    ['no YAML', 'a: [', 'a: {'],
    ['aliases that unfold without end', bomb('1'), bomb('2')],
    ['levels without end', `a: ${'['.repeat(50_000)}`, 'a: 1'],
  ])('%s', (_, before, after) => {
    expect(() => compareRenderings(before, after)).toThrow(UnreadableDocument);
  });
});
