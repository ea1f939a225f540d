import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { contexts, fixedContexts } from '@regmigrate/core';
import { createRules, loadCatalogue, moveRuleId } from '@regmigrate/rules';
import { expect, it } from 'vitest';
import type { Config } from '../src/index.ts';
import { findFault } from '../src/check/find-fault.ts';
import { createSchema, type Schema } from '../src/check/schema.ts';

const rules = [...createRules(loadCatalogue).map(({ id }) => id), moveRuleId];
const schema = createSchema(rules);

/** Every key that there is, so that the type and the schema are held together. */
const all: Required<Config> = {
  $schema: 'https://example.com/schema.json',
  version: 1,
  extends: ['./base.yaml'],
  rules: { 'k8s-gcr-io': 'error' },
  contexts: [{ context: ['prose'], paths: ['docs/**'], verdict: 'safe', reason: 'reviewed' }],
  ignore: ['vendor'],
  imageFields: [
    {
      kind: 'Runner',
      apiVersion: 'example.com/*',
      path: 'spec.images[]',
      written: { registry: 'host', repository: 'path', tag: 'tag', digest: 'digest' },
    },
  ],
  moves: [{ from: 'a.io', to: 'b.io', except: ['a.io/x'], applicability: 'unsafe', reason: 'it moved' }],
};

it('is what is published', () => {
  const published = readFileSync(new URL('../schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(schema)));
});

it('allows exactly the keys of the type', () => {
  expect(findFault(all, schema)).toBeUndefined();
  expect(Object.keys(schema.properties ?? {}).sort()).toEqual(Object.keys(all).sort());
  for (const key of ['contexts', 'imageFields', 'moves'] as const)
    expect(Object.keys(schema.properties?.[key]?.items?.properties ?? {}).sort()).toEqual(
      Object.keys(all[key][0] ?? {}).sort(),
    );
});

it('knows every context that may be set', () => {
  const allowed = (schema.properties?.['contexts']?.items?.properties?.['context']?.anyOf?.[0] as Schema)
    .enum;
  const settable = Object.keys(contexts).filter((id) => ![...fixedContexts].map(String).includes(id));
  expect(allowed).toEqual(settable.sort());
});

it('is taken by others, who allow what we allow', () => {
  const allows = new Ajv({ strict: true, validateSchema: true }).compile(schema);
  const odd = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      1,
      2,
      true,
      '',
      ' ',
      'safe',
      'off',
      'x',
      'a.io',
      'a.io/x:1',
      [],
      {},
      ['x'],
      [1],
    ),
    fc.jsonValue(),
  );
  /** The whole configuration with one value in it replaced, a key of it renamed, or taken away. */
  const changed = fc
    .tuple(fc.array(fc.nat(8), { maxLength: 5 }), odd, fc.constantFrom('replace', 'rename', 'drop'))
    .map(([way, value, how]) => {
      const config = JSON.parse(JSON.stringify(all)) as Record<string, unknown>;
      let at: Record<string, unknown> = config;
      for (const step of way.slice(0, -1)) {
        const keys = Object.keys(at);
        const next = at[keys[step % (keys.length || 1)] ?? ''];
        if (typeof next !== 'object' || next === null) break;
        at = next as Record<string, unknown>;
      }
      const keys = Object.keys(at);
      const key = keys[(way.at(-1) ?? 0) % (keys.length || 1)];
      if (key === undefined) return config;
      const old = at[key];
      if (how !== 'replace' && !Array.isArray(at)) Reflect.deleteProperty(at, key);
      if (how === 'rename' && !Array.isArray(at)) at[`${key}s`] = old;
      if (how === 'replace') at[key] = value;
      return config;
    });
  let refused = 0;
  fc.assert(
    fc.property(changed, (config) => {
      const fault = findFault(config, schema);
      if (fault) refused++;
      expect([config, allows(config)]).toEqual([config, fault === undefined]);
    }),
    { numRuns: 2000 },
  );
  expect(refused).toBeGreaterThan(200);
});
