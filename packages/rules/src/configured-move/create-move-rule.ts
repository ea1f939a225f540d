import type { Decision, NamePattern, Rule } from '@regmigrate/core';
import { matchMove } from './match-move.ts';
import type { Move } from './move.ts';
import { normalizeMove } from './normalize-move.ts';
import { pathBehind } from './path-behind.ts';
import type { SoughtName } from './sought-name.ts';
import { spellMove } from './spell-move.ts';
import { splitName } from './split-name.ts';

export const moveRuleId = 'configured-move';

type Code = 'moved' | 'because' | 'no-path';

/** One rule for all moves that a user declares: of the names that fit, the first in their order is taken. */
export function createMoveRule(moves: readonly Move[]): Rule<Code> {
  const sorted = moves
    .map(normalizeMove)
    .flatMap(spellMove)
    .toSorted((a, b) => a.rank - b.rank);
  return {
    id: moveRuleId,
    summary: 'Move images as the configuration or the command line says',
    names: sorted.map(patternOf),
    messages: {
      moved: '{old} is to be taken from {new}: the configuration or the command line says so',
      because: '{old} is to be taken from {new}: {reason}',
      'no-path':
        '{old} moves to {to}, where no path is left to name an image: {to} by itself would be read as an image of Docker Hub; give it a path, as in {to}/{name}',
    },
    decide(reference): Decision<Code> {
      const { sought, to } = matchMove(sorted, reference);
      const { applicability = 'safe', reason } = sought.move;
      const { prefix, path, exact } = reference;
      // What is not exact may go on with a path.
      if (prefix !== '' && path === '' && exact.path && !to.includes('/'))
        return {
          kind: 'advise',
          code: 'no-path',
          severity: 'warning',
          data: { to, name: prefix.slice(prefix.lastIndexOf('/') + 1) },
        };
      const behind = pathBehind(reference, sought, to);
      return {
        kind: 'move',
        code: reason === undefined ? 'moved' : 'because',
        to: { domain: to, path: behind.path },
        applicability: behind.doubt !== undefined && applicability === 'safe' ? 'unsafe' : applicability,
        ...(behind.doubt !== undefined && { doubt: behind.doubt }),
        severity: 'warning',
        ...(reason !== undefined && { data: { reason } }),
      };
    },
  };
}

function patternOf({ from, except, components }: SoughtName): NamePattern {
  const { domain, path } = splitName(from);
  return {
    domain,
    whole: true,
    ...(path !== '' && { path }),
    ...(components !== undefined && { components }),
    ...(except.length > 0 && { except }),
  };
}
