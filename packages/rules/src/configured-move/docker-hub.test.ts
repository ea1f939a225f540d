import { describe, expect, it } from 'vitest';
import { createMoveRule } from './create-move-rule.ts';
import { judged, moved } from './judged.ts';
import type { Move } from './move.ts';

const by = (...moves: readonly Move[]) => [createMoveRule(moves)];

describe('moves from Docker Hub', () => {
  const all = by({ from: 'docker.io', to: 'mirror.corp' });
  const team = by({ from: 'index.docker.io/team', to: 'docker.io/sold' });
  const library = by({ from: 'docker.io/library', to: 'lib.corp/l', except: ['docker.io/library/perl'] });
  const image = by({ from: 'docker.io/nginx', to: 'own.corp/web' });
  const canonical = by({ from: 'docker.io/library/nginx', to: 'own.corp/web' });

  it.each([
    ['docker.io/nginx:1', all, 'mirror.corp/library/nginx:1'],
    ['docker.io/library/nginx:1', all, 'mirror.corp/library/nginx:1'],
    ['docker.io/team/app:1', all, 'mirror.corp/team/app:1'],
    ['index.docker.io/nginx', all, 'mirror.corp/library/nginx'],
    ['registry-1.docker.io/team/app', all, 'mirror.corp/team/app'],
    ['docker.io', all, 'mirror.corp'],
    ['docker.io/team/app:1', team, 'docker.io/sold/app:1'],
    ['index.docker.io/team/app:1', team, 'docker.io/sold/app:1'],
    ['docker.io/teams/app:1', team, undefined],
    ['docker.io/nginx:1', library, 'lib.corp/l/nginx:1'],
    ['docker.io/library/nginx:1', library, 'lib.corp/l/nginx:1'],
    ['docker.io/perl:1', library, undefined],
    ['docker.io/perl-more:1', library, 'lib.corp/l/perl-more:1'],
    ['docker.io/team/app:1', library, undefined],
    ['docker.io/nginx:1', image, 'own.corp/web:1'],
    ['index.docker.io/library/nginx:1', image, 'own.corp/web:1'],
    ['docker.io/nginx/unit:1', image, 'own.corp/web/unit:1'],
    ['docker.io/nginx:1', canonical, 'own.corp/web:1'],
    ['docker.io/nginx/unit:1', canonical, undefined],
    ['my.docker.io/nginx:1', all, undefined],
  ])('%s by %#: %s', (reference, rules, expected) => {
    expect(moved(reference, rules)).toBe(expected);
  });

  it('the longer name wins, however it is written', () => {
    const rules = by(
      { from: 'docker.io', to: 'mirror.corp' },
      { from: 'docker.io/library', to: 'lib.corp/l' },
      { from: 'docker.io/nginx', to: 'own.corp/web' },
    );
    expect(
      ['nginx', 'library/nginx', 'perl', 'library/perl', 'team/app'].map((path) =>
        moved(`docker.io/${path}`, rules),
      ),
    ).toEqual(['own.corp/web', 'own.corp/web', 'lib.corp/l/perl', 'lib.corp/l/perl', 'mirror.corp/team/app']);
  });

  it('are not sure of an image whose name stands elsewhere', () => {
    expect(judged('docker.io/$IMAGE', all)).toMatchObject({ applicability: 'unsafe' });
    expect(judged('docker.io/team/$IMAGE', all)).toMatchObject({ applicability: 'safe' });
  });

  it('can be of a spelling', () => {
    expect(moved('index.docker.io/nginx', by({ from: 'index.docker.io', to: 'docker.io' }))).toBe(
      'docker.io/nginx',
    );
  });
});
