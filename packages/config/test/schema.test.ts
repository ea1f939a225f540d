import { readFileSync } from 'node:fs';
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
