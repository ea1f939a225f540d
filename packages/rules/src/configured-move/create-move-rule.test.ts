import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRules, loadCatalogue } from '../index.ts';
import { createMoveRule, moveRuleId } from './create-move-rule.ts';
import { findEndlessMove } from './find-endless-move.ts';
import { judged, moved } from './judged.ts';
import type { Move } from './move.ts';
import { redirectRule } from './redirect-rule.ts';

const moves: readonly Move[] = [
  { from: 'old.corp', to: 'new.corp' },
  { from: 'old.corp/team', to: 'team.corp/a/b' },
  { from: 'old.corp/team/app', to: 'apps.corp/app' },
  { from: 'old.corp/kept', to: 'gone.corp', except: ['old.corp/kept/x', 'old.corp/kept/y/'] },
  { from: '*.pkg.corp/proj', to: 'pkg.new' },
  { from: 'eu.pkg.corp/proj', to: 'eu.new' },
  { from: 'wild.corp/group-*', to: 'tame.corp/g/*' },
  { from: 'k8s.gcr.io/mine/', to: 'mine.corp/k8s/' },
  { from: 'ported.corp:5000', to: 'new.corp' },
  { from: 'Cased.corp/Group//', to: 'new.corp/g', except: ['cased.corp/group/X/'] },
  { from: 'bare.corp/team', to: 'bare.new' },
];
const rules = [createMoveRule(moves), ...createRules(loadCatalogue)];

it('have a page where reports look for it', () => {
  const page = readFileSync(new URL(`../${moveRuleId}/README.md`, import.meta.url), 'utf8');
  expect(page).toContain(`# ${moveRuleId}\n\n${createMoveRule([]).summary}.\n`);
  for (const code of Object.keys(createMoveRule([]).messages)) expect(page).toContain(`| \`${code}\``);
});

describe('moves of users', () => {
  it.each([
    ['old.corp/web:1', 'new.corp/web:1'],
    ['old.corp', 'new.corp'],
    ['OLD.corp/web', 'new.corp/web'],
    // The longest name wins, and names are whole.
    ['old.corp/team/web@sha256:' + 'a'.repeat(64), 'team.corp/a/b/web@sha256:' + 'a'.repeat(64)],
    ['old.corp/team/app:1.0', 'apps.corp/app:1.0'],
    ['old.corp/team/app/sub:1.0', 'apps.corp/app/sub:1.0'],
    ['old.corp/team/apple:1.0', 'team.corp/a/b/apple:1.0'],
    ['old.corp/teams/app', 'new.corp/teams/app'],
    // What is excepted is left to the next move that fits.
    ['old.corp/kept/z:1', 'gone.corp/z:1'],
    ['old.corp/kept/x:1', 'new.corp/kept/x:1'],
    ['old.corp/kept/y/z:1', 'new.corp/kept/y/z:1'],
    ['old.corp/kept/xy:1', 'gone.corp/xy:1'],
    ['us.pkg.corp/proj/a', 'pkg.new/a'],
    ['eu.pkg.corp/proj/a', 'eu.new/a'],
    ['wild.corp/group-one/a:2', 'tame.corp/g/one/a:2'],
    // Before a rule of ours, for what lies below, and not for others.
    ['k8s.gcr.io/mine/app:1', 'mine.corp/k8s/app:1'],
    ['k8s.gcr.io/mines:1', 'registry.k8s.io/mines:1'],
    ['k8s.gcr.io/pause:3.1', 'registry.k8s.io/pause:3.1'],
    ['ported.corp:5000/a:1', 'new.corp/a:1'],
    ['ported.corp/a:1', undefined],
    ['old.corp:5000/a:1', undefined],
    ['old.corp.evil/a:1', undefined],
    ['my-old.corp/a:1', undefined],
    ['mirror.corp/old.corp/a:1', undefined],
    ['wild.corp/group-x_z.y/a:2', 'tame.corp/g/x_z.y/a:2'],
    ['wild.corp/group-/a:2', undefined],
    ['cased.corp/group/a:1', 'new.corp/g/a:1'],
    ['cased.corp/group/x:1', undefined],
    ['bare.corp/team/x:1', 'bare.new/x:1'],
    // By itself it would be an image of Docker Hub.
    ['bare.corp/team:1', undefined],
    ['bare.corp/team', undefined],
  ])('%s → %s', (reference, expected) => {
    expect(moved(reference, rules)).toBe(expected);
  });

  it.each([
    ['bare.corp/team:1', 'configured-move/no-path'],
    ['bare.corp/team@sha256:' + 'a'.repeat(64), 'configured-move/no-path'],
    // What the template adds to the name is not known to be a component of its own.
    ['old.corp/team$X:1', 'configured-move/moved'],
    ['wild.corp/group--/a', 'configured-move/moved'],
  ])('%s is for a person', (reference, expected) => {
    const { applicability, edits, rule, code } = judged(reference, rules)!;
    expect([applicability, edits, `${rule}/${code}`]).toEqual(['manual', [], expected]);
  });

  it('are applied as far as they say', () => {
    const { decide } = createMoveRule([
      { from: 'a.io', to: 'b.io', applicability: 'manual', reason: 'ask us' },
    ]);
    const reference = { name: 'a.io', prefix: '', path: 'x', tag: '1', digest: undefined, inField: true };
    expect(decide({ ...reference, exact: { path: true, tag: true } })).toMatchObject({
      applicability: 'manual',
      data: { reason: 'ask us' },
    });
  });
});

describe('a target that moves again', () => {
  it.each([
    ['a.io', 'a.io/new', true],
    ['a.io/x', 'a.io/y', false],
    ['a.io', 'k8s.gcr.io', true],
    ['a.io', 'mirror.corp/k8s.gcr.io', false],
    ['k8s.gcr.io', 'k8s.gcr.io.corp', false],
  ])('%s → %s: %s', (from, to, endless) => {
    const move = { from, to };
    const found = findEndlessMove([move], [createMoveRule([move]), ...createRules(loadCatalogue)]);
    expect(found).toBe(endless ? move : undefined);
  });
});

describe('a mirror in place of registry.k8s.io', () => {
  const mirrored = createRules(loadCatalogue).map((rule) => redirectRule(rule, 'mirror.corp/k8s/'));
  it.each([
    ['k8s.gcr.io/pause:3.1', 'mirror.corp/k8s/pause:3.1'],
    ['us.gcr.io/k8s-artifacts-prod/pause:3.2', 'mirror.corp/k8s/pause:3.2'],
    // Judged by its own path: the catalogue knows the successor.
    ['k8s.gcr.io/coredns:v1.8.6', 'mirror.corp/k8s/coredns/coredns:v1.8.6'],
    ['k8s.gcr.io', 'mirror.corp/k8s'],
  ])('%s → %s', (reference, expected) => {
    expect(moved(reference, mirrored)).toBe(expected);
  });
});
