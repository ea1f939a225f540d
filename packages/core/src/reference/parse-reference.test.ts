import { describe, expect, test } from 'vitest';
import { HEX, SHA256, SHA384, SHA512, written } from '../../test/support/parts.ts';
import { parseReference } from './parse-reference.ts';

const a = (length: number) => 'a'.repeat(length);

describe('a reference falls into its parts', () => {
  test.each([
    ['nginx', { path: 'nginx' }],
    ['nginx:1.27', { path: 'nginx', tag: '1.27' }],
    [`nginx@${SHA256}`, { path: 'nginx', digest: SHA256 }],
    [`nginx:1.27@${SHA256}`, { path: 'nginx', tag: '1.27', digest: SHA256 }],
    ['bitnami/redis', { path: 'bitnami/redis' }],
    ['k8s.gcr.io/pause:3.9', { domain: 'k8s.gcr.io', path: 'pause', tag: '3.9' }],
    ['gcr.io/a/b/c', { domain: 'gcr.io', path: 'a/b/c' }],
    [`h:5000/a/b:1@${SHA256}`, { domain: 'h:5000', path: 'a/b', tag: '1', digest: SHA256 }],
  ])('%s', (text, parts) => expect(written(text)).toEqual(parts));

  test('with the span of each', () => {
    expect(parseReference('k8s.gcr.io/pause:3.9')).toEqual({
      ok: true,
      reference: {
        domain: { value: 'k8s.gcr.io', span: { start: 0, end: 10 }, templated: false },
        path: { value: 'pause', span: { start: 11, end: 16 }, templated: false },
        tag: { value: '3.9', span: { start: 17, end: 20 }, templated: false },
      },
    });
  });
});

describe('the first component is a domain', () => {
  test.each([
    'h.io',
    'h:5000',
    'h.io:5000',
    'localhost',
    'localhost:5000',
    'H',
    'hosT',
    '1.2.3.4',
    '1.2.3.4:5',
    '[::1]',
    '[2001:DB8::1]:5000',
    'xn--n3h.com',
    'a--b.io',
  ])('if it looks like one: %s', (domain) =>
    expect(written(`${domain}/a/b`)).toEqual({ domain, path: 'a/b' }),
  );

  test.each(['host', 'localhost1', 'a_b', 'a__b', 'a-b'])('and not otherwise: %s', (first) =>
    expect(written(`${first}/a`)).toEqual({ path: `${first}/a` }),
  );

  test.each([
    ['k8s.gcr.io', { path: 'k8s.gcr.io' }],
    ['k8s.gcr.io:3.9', { path: 'k8s.gcr.io', tag: '3.9' }],
    ['localhost', { path: 'localhost' }],
    ['host:5000', { path: 'host', tag: '5000' }],
  ])('and never if nothing follows: %s', (text, parts) => expect(written(text)).toEqual(parts));

  test.each([
    'h_h.io',
    'h..io',
    '.h.io',
    'h.io.',
    '-h.io',
    'h-.io',
    'h.io:',
    'h:p',
    'h:-1',
    'h:1:2',
    '::1',
    '[::1',
    '[]:1',
    '[::g]',
    '[::1]a',
    '[fe80::1%eth0]',
    'h.é',
    'h.io ',
    ':5000',
    '.',
    '..',
  ])('domain-malformed: %s', (domain) => expect(written(`${domain}/a`)).toBe('domain-malformed@0'));
});

describe('path', () => {
  test.each([
    'a',
    '0',
    'a.b',
    'a_b',
    'a__b',
    'a-b',
    'a---b',
    'a-b.c_d__e--f',
    'a/b/c',
    HEX.repeat(4),
    a(255),
  ])('%s', (path) => expect(written(`h.io/${path}`)).toEqual({ domain: 'h.io', path }));

  test.each([
    '',
    '/',
    'a/',
    '/a',
    'a//b',
    '-a',
    'a-',
    '.a',
    'a.',
    '_a',
    'a_',
    'a..b',
    'a___b',
    'a._b',
    'a-.b',
    'a_-b',
    'a/-b',
    'a-/b',
    './a',
    'a b',
    'é',
    'a😀',
    'a\n',
    'A b',
    'A//b',
  ])('path-malformed: %j', (path) => expect(written(`h.io/${path}`)).toBe('path-malformed@5'));

  test.each(['A', 'aB', 'a/B', 'Aa/b', 'A:tag', `A@${SHA256}`])('path-uppercase: %s', (path) =>
    expect(written(`h.io/${path}`)).toBe('path-uppercase@5'),
  );

  test.each([
    [`h.io/${a(256)}`, 'name-too-long@5'],
    [`a/${a(254)}`, 'name-too-long@0'],
    [`${a(256)}:tag`, 'name-too-long@0'],
    [`${a(300)}.io/a`, { domain: `${a(300)}.io`, path: 'a' }],
  ])('the limit is on the path alone: %s', (text, result) => expect(written(text)).toEqual(result));
});

describe('tag', () => {
  test.each(['t', '0', '_', '_t', 'T', 't.', 't-', 'v1.2.3-rc.1_x', a(128)])('%s', (tag) =>
    expect(written(`a:${tag}`)).toEqual({ path: 'a', tag }),
  );

  test.each(['', '-t', '.t', 't t', 't ', 't\n', 'v1+build', 'é', 't:u', '<tag>', '*', a(129)])(
    'tag-malformed: %j',
    (tag) => expect(written(`a:${tag}`)).toBe('tag-malformed@2'),
  );
});

describe('digest', () => {
  test.each([SHA256, SHA384, SHA512])('%s', (digest) =>
    expect(written(`a@${digest}`)).toEqual({ path: 'a', digest }),
  );

  test.each([
    ['', 'digest-malformed@2'],
    ['sha256', 'digest-malformed@2'],
    ['sha256:', 'digest-malformed@2'],
    [`:${HEX.repeat(4)}`, 'digest-malformed@2'],
    [`sha256:${HEX}`, 'digest-malformed@2'],
    [`${SHA256}g`, 'digest-malformed@2'],
    [`${SHA256}@${SHA256}`, 'digest-malformed@2'],
    [`sha256:${HEX.toUpperCase().repeat(4)}`, 'digest-malformed@2'],
    [`SHA256:${HEX.repeat(4)}`, 'digest-malformed@2'],
    [`sha256+:${HEX.repeat(4)}`, 'digest-malformed@2'],
    [`sha256++x:${HEX.repeat(4)}`, 'digest-malformed@2'],
    [`md5:${HEX.repeat(2)}`, 'digest-unsupported@2'],
    [`sha256+b64:${HEX.repeat(4)}`, 'digest-unsupported@2'],
    [`constructor:${HEX.repeat(4)}`, 'digest-unsupported@2'],
    [`sha256:${HEX.repeat(2)}`, 'digest-length@2'],
    [`${SHA256}0`, 'digest-length@2'],
    [`sha512:${HEX.repeat(4)}`, 'digest-length@2'],
  ])('%s: %s', (digest, fault) => expect(written(`a@${digest}`)).toBe(fault));
});

describe('what stands behind the digest is no part of the name', () => {
  test.each([
    [`a:1@${SHA256}/b`, 'digest-malformed@4'],
    [`h.io@${SHA256}/a`, 'digest-malformed@5'],
    [`h.io/a@${SHA256}:1`, 'digest-malformed@7'],
  ])('%s: %s', (text, fault) => expect(written(text)).toBe(fault));
});

describe('no name', () => {
  test.each([
    ['', 'empty@0'],
    [':t', 'path-malformed@0'],
    [`@${SHA256}`, 'path-malformed@0'],
    ['/', 'path-malformed@0'],
    ['h.io/', 'path-malformed@5'],
    ['h.io/:t', 'path-malformed@5'],
  ])('%j: %s', (text, fault) => expect(written(text)).toBe(fault));
});
