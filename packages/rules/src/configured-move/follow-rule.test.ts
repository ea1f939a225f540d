import { compileNames, type Rule } from '@regmigrate/core';
import { describe, expect, it } from 'vitest';
import { createRules, loadCatalogue } from '../index.ts';
import { createMoveRule } from './create-move-rule.ts';
import { followRule } from './follow-rule.ts';
import { judged } from './judged.ts';
import type { Move } from './move.ts';

function following(...moves: readonly Move[]): readonly Rule[] {
  const rules = [createMoveRule(moves), ...createRules(loadCatalogue)];
  const composed = { rules, names: compileNames(rules) };
  return rules.map((rule) => followRule(rule, composed));
}

describe('a move whose result another one moves', () => {
  const mirror = following({ from: 'registry.k8s.io', to: 'mirror.corp' });
  const one = following({ from: 'registry.k8s.io/pause', to: 'own.corp/p' });
  const asked = following({
    from: 'registry.k8s.io',
    to: 'm.corp',
    applicability: 'unsafe',
    reason: 'ask us',
  });
  const into = following({ from: 'a.corp', to: 'gcr.io' });

  it.each([
    ['k8s.gcr.io/pause:3.1', mirror, 'mirror.corp/pause:3.1'],
    ['registry.k8s.io/pause:3.1', mirror, 'mirror.corp/pause:3.1'],
    ['k8s.gcr.io', mirror, 'mirror.corp'],
    ['k8s.gcr.io/pause:3.1', one, 'own.corp/p:3.1'],
    ['k8s.gcr.io/pause-amd64:3.1', one, 'registry.k8s.io/pause-amd64:3.1'],
    ['a.corp/google_containers/pause:3.1', into, 'registry.k8s.io/pause:3.1'],
  ])('%s by %#: %s', (reference, rules, expected) => {
    expect(judged(reference, rules)).toMatchObject({ new: expected, applicability: 'safe' });
  });

  it('goes to the path that the first one gives', () => {
    expect(judged('k8s.gcr.io/coredns:v1.8.6', mirror)?.new).toBe('mirror.corp/coredns/coredns:v1.8.6');
  });

  it('is as sure as the least sure of them', () => {
    expect(judged('k8s.gcr.io/pause:3.1', asked)).toMatchObject({
      new: 'm.corp/pause:3.1',
      applicability: 'unsafe',
      reason: 'ask us',
    });
  });

  it.each([
    ['a.b/x/x/img', { from: 'a.b/x', to: 'a.b' }],
    ['a.b/team-team-x/i', { from: 'a.b/team-*', to: 'a.b/*' }],
    // Whether it is this image stands elsewhere.
    ['k8s.gcr.io/pause$X', { from: 'registry.k8s.io/pause', to: 'own.corp/p' }],
    ['k8s.gcr.io/pause:3.1', { from: 'registry.k8s.io/pause', to: 'own.corp' }],
  ])('%s is for a person', (reference, move) => {
    expect(judged(reference, following(move))).toMatchObject({
      code: 'moves-on',
      applicability: 'manual',
      edits: [],
    });
  });
});
