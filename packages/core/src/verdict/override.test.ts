import { describe, expect, it } from 'vitest';
import { analyze } from '../analyze.ts';
import type { ContextId } from '../contexts.ts';
import type { ContextOverride } from '../model/override.ts';
import type { Rule } from '../model/rule.ts';
import { compileNames } from '../tokens/compile-names.ts';

const rule: Rule = {
  id: 'old',
  summary: '',
  names: [{ domain: 'old.io' }],
  messages: { moved: 'it moved' },
  decide: ({ path }) => ({
    kind: 'move',
    code: 'moved',
    to: { domain: 'new.io', path },
    applicability: path === 'doubtful' ? 'unsafe' : 'safe',
    severity: 'warning',
  }),
};

function told(context: ContextId, override: ContextOverride, text = 'old.io/x:1'): string {
  const { findings, kept } = analyze(
    { path: 'a.yaml', text },
    {
      rules: [rule],
      names: compileNames([rule]),
      place: (_, tokens) => ({ placements: tokens.map(() => ({ context })), problems: [] }),
      overrideOf: (id, file) => (id === context && file === 'a.yaml' ? override : undefined),
    },
  );
  return [...findings.map(({ applicability }) => applicability), ...kept.map(({ reason }) => reason)].join();
}

describe('what a user says of a place', () => {
  it.each<[ContextId, ContextOverride, string]>([
    ['comment', { verdict: 'safe' }, 'safe'],
    ['image-field', { verdict: 'manual' }, 'manual'],
    ['image-field', { verdict: 'keep', reason: 'airgapped' }, 'airgapped'],
    ['image-field', { verdict: 'keep' }, 'the configuration says so'],
    ['image-field', { verdict: 'off' }, ''],
    ['deny-list', { verdict: 'unsafe', reason: 'ours' }, 'unsafe'],
  ])('%s %j: %s', (context, override, expected) => {
    expect(told(context, override)).toBe(expected);
  });

  it('lifts no rule', () => {
    expect(told('comment', { verdict: 'safe' }, 'old.io/doubtful:1')).toBe('unsafe');
  });
});
