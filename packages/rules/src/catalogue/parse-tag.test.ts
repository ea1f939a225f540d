import { expect, it } from 'vitest';
import { parseTag } from './parse-tag.ts';

it.each([
  ['v1.26.2', 'release', [1, 26], [2, 3, 0]],
  ['1.7.0-rc.1', 'release', [1, 7], [0, 2, 1]],
  ['v0.9.0-beta2', 'release', [0, 9], [0, 1, 2]],
  ['3.9', 'release', [3], [9, 3, 0]],
  ['3.5.7-0', 'revision', [3, 5, 7], [0]],
  ['v20230407-abc123', 'date', [], [20230407]],
  ['20190821-v2.2.1-2-gc29e4fc', 'date', [], [20190821]],
])('%s', (tag, kind, line, order) => {
  expect(parseTag(tag)).toEqual({ kind, line, order });
});

it.each(['latest', 'v6', '', 'v1.', '1.2.3-debian-9', 'v3.3.8-0-gke.1', '2015-11-10-34b976a'])(
  'leaves %j alone',
  (tag) => {
    expect(parseTag(tag)).toBeUndefined();
  },
);
