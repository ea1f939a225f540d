import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { formatOf } from '@regmigrate/formats';
import { maskTemplates } from '../../formats/src/yaml/mask-templates.ts';
import { readOutline } from '../../formats/src/yaml/read-outline.ts';
import { listCases, readCase } from '../src/index.ts';
import { fuzzOptions } from './arbitrary/fuzz-options.ts';
import { yamlText } from './arbitrary/yaml-text.ts';
import { scalarsOfOutline } from './yaml/scalars-of-outline.ts';
import { scalarsOfYaml, type ReadScalar } from './yaml/scalars-of-yaml.ts';

// `FUZZ_RUNS` may ask for much; nothing here waits.
vi.setConfig({ testTimeout: 600_000 });

/** The outline counts only documents that hold something, so documents are compared by their order. */
const inOrder = (scalars: readonly ReadScalar[]): readonly ReadScalar[] => {
  const documents = [...new Set(scalars.map(({ path }) => path.split(':')[0]))];
  return scalars.map((scalar) => {
    const [document, ...rest] = scalar.path.split(':');
    return { ...scalar, path: `${documents.indexOf(document)}:${rest.join(':')}` };
  });
};

const bothRead = (text: string): void => {
  const theirs = scalarsOfYaml(text);
  if (theirs) expect(inOrder(scalarsOfOutline(readOutline(text)))).toEqual(inOrder(theirs));
};

describe('the outline agrees with the package yaml', () => {
  const files = listCases()
    .map(readCase)
    .filter(({ file }) => formatOf(file).id === 'yaml');

  it.each(files.map((fixture) => [fixture.id, fixture] as const))('on %s', (_id, { file }) => {
    bothRead(maskTemplates(file.text));
  });

  it('on random YAML', () => {
    fc.assert(fc.property(yamlText, bothRead), fuzzOptions(150));
  });
});

describe('the outline of any text', () => {
  const check = (text: string): void => {
    let last = 0;
    for (const { keySpan, span, children } of readOutline(text).scalars)
      for (const at of [keySpan, children.length === 0 ? span : undefined]) {
        if (!at) continue;
        expect(at.start).toBeGreaterThanOrEqual(last);
        expect(at.end).toBeGreaterThanOrEqual(at.start);
        expect(at.end).toBeLessThanOrEqual(text.length);
        last = at.end;
      }
  };

  it('has spans in range, in order, none over another: random YAML, cut and joined', () => {
    const cut = fc
      .tuple(yamlText, fc.nat(), fc.nat())
      .map(([text, a, b]) => text.slice(a % 50, text.length - (b % 50)));
    fc.assert(
      fc.property(fc.array(cut, { maxLength: 3 }), (parts) => check(parts.join(''))),
      fuzzOptions(300),
    );
  });

  it('has them for random punctuation', () => {
    const noise = fc.string({
      unit: fc.constantFrom(...'abc:-?,[]{}#&*!|>\'"%@`\\ \t\n\r\uFEFF'),
      maxLength: 80,
    });
    fc.assert(fc.property(noise, check), fuzzOptions(1000));
  });
});
