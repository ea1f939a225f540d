import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HEX, partsOf, SHA256, SHA512 } from '../../test/support/parts.ts';
import { parseReference } from './parse-reference.ts';
import { printReference } from './print-reference.ts';
import { findTemplateExpressions } from './template-expressions.ts';

const PATH_COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const ALGORITHM = /^[a-z][a-z0-9]*(?:[-_+.][a-z][a-z0-9]*)*$/;

const expression = fc.constantFrom(
  '${A}',
  '${A:-h.io/b:1}',
  '$(A)',
  '{{ .a }}',
  '{{ "b/c:d@e" }}',
  '${A:-${B}}',
);
const path = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.stringMatching(PATH_COMPONENT) }, expression), {
    minLength: 1,
    maxLength: 4,
  })
  .map((components) => components.join('/'));
const domain = fc.oneof(
  fc.constantFrom('localhost', 'localhost:5000', '[::1]', '[2001:db8::1]:5000', 'H', 'k8s.gcr.io'),
  fc.stringMatching(/^[a-zA-Z0-9]{1,9}(?:\.[a-zA-Z0-9]{1,9}){1,3}(?::[0-9]{1,5})?$/),
  expression,
  expression.map((x) => `${x}:5000`),
);
const tag = fc.oneof(fc.stringMatching(/^\w[\w.-]{0,127}$/), expression);
const digest = fc.oneof(
  fc.constantFrom(SHA256, SHA512),
  expression,
  expression.map((x) => `sha256:${x}`),
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Text made of what references are made of: far more likely to be nearly right than any text. */
const nearly = fc
  .array(
    fc.constantFrom(
      'a',
      'B',
      '1',
      '.',
      '-',
      '_',
      '/',
      ':',
      '@',
      '[',
      ']',
      'h.io',
      SHA256,
      '${',
      '}',
      '$(',
      ')',
      '{{',
      '$A',
      ' ',
      '\n',
      'é',
      '😀',
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));
const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), nearly);

test('what the grammar makes is read back in its parts', () => {
  const parts = fc.record({
    domain: maybe(domain),
    path: path.filter((p) => p.length < 256),
    tag: maybe(tag),
    digest: maybe(digest),
  });
  fc.assert(
    fc.property(parts, (made) => {
      // Without a domain, a first component that looks like one would be taken for it.
      const looksLikeDomain = made.path.includes('/') && /^(?:localhost\/|[^/]*\.|\$|\{\{)/.test(made.path);
      fc.pre(made.domain !== undefined || !looksLikeDomain);
      const text = `${made.domain ? `${made.domain}/` : ''}${made.path}${made.tag ? `:${made.tag}` : ''}${made.digest ? `@${made.digest}` : ''}`;
      const parsed = parseReference(text);
      expect(parsed).toMatchObject({ ok: true });
      if (!parsed.ok) return;
      const read = Object.fromEntries(partsOf(parsed.reference).map(([name, part]) => [name, part.value]));
      expect(read).toEqual(JSON.parse(JSON.stringify(made)));
      expect(printReference(parsed.reference)).toBe(text);
    }),
    { numRuns: 1000 },
  );
});

test('any text gives parts that make it up again, or a fault inside it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const parsed = parseReference(text);
      if (!parsed.ok) {
        expect(parsed.at).toBeGreaterThanOrEqual(0);
        expect(parsed.at).toBeLessThanOrEqual(text.length);
        return;
      }
      expect(printReference(parsed.reference)).toBe(text);
      let end = -1;
      for (const [, { value, span, templated }] of partsOf(parsed.reference)) {
        expect(span.start).toBe(end + 1);
        expect(text.slice(span.start, span.end)).toBe(value);
        expect(templated).toBe(findTemplateExpressions(value).length > 0);
        end = span.end;
      }
      expect(end).toBe(text.length);
    }),
    { numRuns: 5000 },
  );
});

describe('the flat expressions say what the productions say', () => {
  const over = (characters: string) => fc.string({ unit: fc.constantFrom(...characters), maxLength: 12 });

  test('of paths', () => {
    fc.assert(
      fc.property(over('a0._-/'), (text) => {
        const expected = text.split('/').every((component) => PATH_COMPONENT.test(component));
        expect(parseReference(`h.io/${text}`).ok).toBe(expected);
      }),
      { numRuns: 5000 },
    );
  });

  test('of digest algorithms', () => {
    fc.assert(
      fc.property(over('aA0._-+'), (text) => {
        const fault = ALGORITHM.test(text) ? 'digest-unsupported' : 'digest-malformed';
        expect(parseReference(`a@${text}:${HEX.repeat(2)}`)).toMatchObject({ fault });
      }),
      { numRuns: 2000 },
    );
  });
});
