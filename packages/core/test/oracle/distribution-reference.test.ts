import { describe, expect, test } from 'vitest';
import { normalizeName } from '../../src/reference/normalize-name.ts';
import { parseReference } from '../../src/reference/parse-reference.ts';
import { written } from '../support/parts.ts';
import table from './distribution-reference-v0.6.0.json' with { type: 'json' };

interface Case {
  input: string;
  strict: string;
  docker: string;
  written?: { domain?: string; path: string; tag?: string; digest?: string };
  normalized?: { domain?: string; path: string };
}
const cases: readonly Case[] = table.cases;
const DOCKER_HUB = /^(?:(?:index\.)?docker\.io\/|[^/]*$)/;

/** Where we accept what `docker pull` does not, on purpose. */
const weAccept: ReadonlyArray<{ why: string; holds: (c: Case) => boolean }> = [
  {
    why: 'a name of 64 hex digits is refused because a command line could mean an image id; a file cannot',
    holds: ({ input, docker }) => docker === 'identifier' && /^[0-9a-f]{64}$/.test(input),
  },
  {
    why: 'the limit on the path is on what is written: `library/`, which Docker adds, does not count',
    holds: ({ input, strict, docker }) =>
      docker === 'name-too-long' && strict === 'ok' && DOCKER_HUB.test(input),
  },
  {
    why: 'a template expression stands for text that is valid',
    holds: ({ input }) => input === 'a$b',
  },
];
/** Where we refuse what it accepts, on purpose. */
const weRefuse: typeof weAccept = [
  {
    why: 'a first component with a dot and an underscore cannot be a host, and it is left without a domain',
    holds: ({ docker, normalized }) => docker === 'ok' && normalized?.domain === undefined,
  },
];
/** Hosts have no case, and the host that serves Docker Hub is Docker Hub; see the tests of normalizeName. */
const spelling = ({ written: parts }: Case) => /[A-Z]|^registry-1\.docker\.io$/.test(parts?.domain ?? '');

const refused = (c: Case) => weRefuse.some(({ holds }) => holds(c));
const accepted = (c: Case) => weAccept.some(({ holds }) => holds(c));

/** Our faults for each kind of error; the kinds `format` and `uppercase` do not say which part is wrong. */
const faults: Readonly<Record<string, RegExp>> = {
  'name-too-long': /^name-too-long$/,
  'digest-format': /^digest-malformed$/,
  'digest-length': /^digest-length$/,
  'digest-unsupported': /^digest-unsupported$/,
  uppercase: /^(?:path-uppercase|(?:domain|path|tag|digest)-malformed)$/,
  format: /^(?:empty|name-too-long|(?:domain|path|tag|digest)-malformed)$/,
};

test('the table is what we think it is', () => {
  expect(table.source).toContain('v0.6.0');
  expect(cases.length).toBeGreaterThan(500);
  expect(new Set(cases.map(({ input }) => input)).size).toBe(cases.length);
  for (const { holds, why } of [...weAccept, ...weRefuse]) expect(cases.some(holds), why).toBe(true);
});

describe('accepts, with the same parts', () => {
  test.each(cases.filter((c) => c.docker === 'ok' && !refused(c)))('$input', (c) => {
    expect(written(c.input)).toEqual(c.written);
  });
  test.each(cases.filter(accepted))('by exception: $input', ({ input }) => {
    expect(parseReference(input).ok).toBe(true);
  });
});

describe('refuses, for the same reason', () => {
  test.each(cases.filter((c) => c.docker !== 'ok' && !accepted(c)))(
    '$docker: $input',
    ({ input, docker }) => {
      const parsed = parseReference(input);
      expect(parsed.ok ? 'accepted' : parsed.fault).toMatch(faults[docker] ?? /^$/);
    },
  );

  // A name that is right but for its case, which it knows beyond ASCII.
  const upper = cases.filter(({ strict, docker }) => strict === 'uppercase' && docker === 'uppercase');
  test.each(upper.filter(({ input }) => /^[!-~]+$/.test(input)))('$input', ({ input }) => {
    expect(parseReference(input)).toMatchObject({ fault: 'path-uppercase' });
  });
});

describe('normalizes alike', () => {
  test.each(cases.filter((c) => c.normalized && !refused(c) && !spelling(c)))('$input', (c) => {
    const parsed = parseReference(c.input);
    expect(parsed.ok && normalizeName(parsed.reference)).toEqual(c.normalized);
  });

  test.each(cases.filter(spelling))('but knows more spellings: $input', ({ input, normalized }) => {
    const parsed = parseReference(input);
    expect(parsed.ok && normalizeName(parsed.reference)).not.toEqual(normalized);
  });
});
