import { applyEdits, compileNames, normalizeName, parseReference, type Rule } from '@regmigrate/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRules, loadCatalogue } from '../index.ts';
import { createMoveRule } from './create-move-rule.ts';
import { findEndlessMove } from './find-endless-move.ts';
import { followRule } from './follow-rule.ts';
import { judged } from './judged.ts';
import type { Move } from './move.ts';

const domain = fc.constantFrom(
  'a.io',
  'b.io',
  'docker.io',
  'index.docker.io',
  'k8s.gcr.io',
  'registry.k8s.io',
  'gcr.io',
);
const component = fc.constantFrom('x', 'y', 'x-y', 'library', 'pause', 'google_containers');
const path = fc.array(component, { maxLength: 3 });
const name = fc.tuple(domain, path).map(([registry, folders]) => [registry, ...folders].join('/'));
const wild = fc.constantFrom({ from: 'a.io/x-*', to: 'a.io/*' }, { from: 'a.io/*', to: 'b.io/g/*' });
const moves: fc.Arbitrary<readonly Move[]> = fc.array(fc.oneof(fc.record({ from: name, to: name }), wild), {
  minLength: 1,
  maxLength: 3,
});
const reference = fc
  .tuple(
    domain,
    fc.array(component, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', ':1', `@sha256:${'a'.repeat(64)}`),
  )
  .map(([registry, folders, rest]) => `${registry}/${folders.join('/')}${rest}`);

function compose(declared: readonly Move[]): readonly Rule[] | undefined {
  const unique = [...new Map(declared.map((move) => [move.from, move])).values()];
  const rules = [createMoveRule(unique), ...createRules(loadCatalogue)];
  if (findEndlessMove(unique, rules)) return undefined;
  const composed = { rules, names: compileNames(rules) };
  return rules.map((rule) => followRule(rule, composed));
}

/** The name without its tag and digest, with all defaults. */
function nameOf(text: string): string {
  const parsed = parseReference(text);
  if (!parsed.ok) throw new Error(text);
  const { domain, path } = normalizeName(parsed.reference);
  return `${domain}/${path}`;
}

it('what is rewritten names an image on the registry that a move names, and is not moved again', () => {
  fc.assert(
    fc.property(moves, reference, (declared, text) => {
      const rules = compose(declared);
      const finding = rules && judged(text, rules);
      if (!finding || finding.edits.length === 0) return;
      const applied = applyEdits(text, finding.edits);
      const after = applied.ok ? applied.text : '';
      expect(after).toBe(finding.new);
      const targets = [...declared.map(({ to }) => to), 'registry.k8s.io'];
      const [registry] = nameOf(after).split('/');
      expect(targets.map((to) => normalizeName(partsOf(to)).domain)).toContain(registry);
      expect(/^docker\.io\/library\/[a-z0-9-]+\.[a-z]/.test(nameOf(after))).toBe(false);
      expect(judged(after, rules)?.edits ?? []).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

const partsOf = (to: string) => {
  const part = (value: string) => ({ value, span: { start: 0, end: 0 }, templated: false });
  const [registry = '', ...folders] = to.split('/');
  return { domain: part(registry), path: part(folders.join('/') || 'x') };
};
