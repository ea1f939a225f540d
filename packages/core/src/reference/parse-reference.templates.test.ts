import { describe, expect, test } from 'vitest';
import { partsOf, SHA256, written } from '../../test/support/parts.ts';
import { parseReference } from './parse-reference.ts';

const EXPRESSIONS = [
  '${TAG}',
  '$(TAG)',
  '{{ .x.y }}',
  '{{ index .a "b/c:d@e" }}',
  '$ARCH',
  '${A:-b}',
  '${A:-h.io/b:c}',
  '${A:-${B}}',
];

/** Names of the parts that hold an expression, or the fault. */
function templated(text: string): string {
  const parsed = parseReference(text);
  if (!parsed.ok) return parsed.fault;
  return partsOf(parsed.reference)
    .flatMap(([name, part]) => (part.templated ? [name] : []))
    .join(' ');
}

describe.each(EXPRESSIONS)('%s', (x) => {
  test.each([
    ['as the whole', x, { path: x }, 'path'],
    ['as the domain', `${x}/a/b:1`, { domain: x, path: 'a/b', tag: '1' }, 'domain'],
    ['in the domain', `${x}.gcr.io/a`, { domain: `${x}.gcr.io`, path: 'a' }, 'domain'],
    ['at the end of the domain', `eu.${x}/a`, { domain: `eu.${x}`, path: 'a' }, 'domain'],
    ['as the port', `h:${x}/a`, { domain: `h:${x}`, path: 'a' }, 'domain'],
    ['as the host before a port', `${x}:5000/a`, { domain: `${x}:5000`, path: 'a' }, 'domain'],
    ['as host and port', `${x}:${x}/a`, { domain: `${x}:${x}`, path: 'a' }, 'domain'],
    ['in an IPv6 address', `[${x}]:1/a`, { domain: `[${x}]:1`, path: 'a' }, 'domain'],
    ['as the path', `h.io/${x}:1`, { domain: 'h.io', path: x, tag: '1' }, 'path'],
    ['as a path component', `h.io/a/${x}/c`, { domain: 'h.io', path: `a/${x}/c` }, 'path'],
    ['at the end of the path', `h.io/a-${x}:1`, { domain: 'h.io', path: `a-${x}`, tag: '1' }, 'path'],
    ['as a later path component', `a/${x}`, { path: `a/${x}` }, 'path'],
    ['as the tag', `h.io/a:${x}`, { domain: 'h.io', path: 'a', tag: x }, 'tag'],
    ['in the tag', `a:v1-${x}.0`, { path: 'a', tag: `v1-${x}.0` }, 'tag'],
    ['as the tag before a digest', `a:${x}@${SHA256}`, { path: 'a', tag: x, digest: SHA256 }, 'tag'],
    ['as the digest', `a:1@${x}`, { path: 'a', tag: '1', digest: x }, 'digest'],
    ['as the hex', `a@sha256:${x}`, { path: 'a', digest: `sha256:${x}` }, 'digest'],
    ['as algorithm and hex', `a@${x}:${x}`, { path: 'a', digest: `${x}:${x}` }, 'digest'],
    [
      'everywhere',
      `${x}/${x}:${x}@${x}`,
      { domain: x, path: x, tag: x, digest: x },
      'domain path tag digest',
    ],
  ])('%s', (_, text, parts, flags) => {
    expect(written(text)).toEqual(parts);
    expect(templated(text)).toBe(flags);
  });

  test.each([
    ['a port of letters', `${x}.io:abc/a`, 'domain-malformed@0'],
    ['a bad host', `-${x}.io/a`, 'domain-malformed@0'],
    ['a bad path', `h.io/a--/${x}`, 'path-malformed@5'],
    ['an upper-case path', `h.io/B/${x}`, 'path-uppercase@5'],
    ['a bad tag', `a:-${x}`, 'tag-malformed@2'],
    ['text behind the tag', `a:${x} && b`, 'tag-malformed@2'],
    ['text behind the digest', `a@${x} && b`, 'digest-malformed@2'],
    ['no hex', `a@sha256:g${x}`, 'digest-malformed@2'],
    ['two digests', `a@${x}@${x}`, 'digest-malformed@2'],
  ])('does not excuse %s', (_, text, fault) => expect(written(text)).toBe(fault));
});

describe('a first component that is not one expression', () => {
  test.each([
    ['${A}${B}/c', { path: '${A}${B}/c' }],
    ['${A}b/c', { path: '${A}b/c' }],
    ['${A}/', 'path-malformed@5'],
  ])('%s', (text, result) => expect(written(text)).toEqual(result));
});

test('limits do not count expressions, whose length says nothing', () => {
  const long = `\${${'A'.repeat(300)}}`;
  expect(written(`h.io/${long}:${long}`)).toEqual({ domain: 'h.io', path: long, tag: long });
});

test.each([
  'h.io/${',
  'h.io/${}',
  'h.io/$(',
  'h.io/{{ x',
  'h.io/{{x}',
  'h.io/$',
  'h.io/$1',
  'h.io/${A\n}',
  'h.io/}}',
  'h.io/${A:-${B:-${C}}}',
])('what is not an expression is not excused: %j', (text) => expect(written(text)).toBe('path-malformed@5'));
