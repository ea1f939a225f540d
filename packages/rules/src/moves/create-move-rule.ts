import type { NamePattern, Rule } from '@regmigrate/core';
import { matchMove } from './match-move.ts';
import type { Move } from './move.ts';
import { splitName } from './split-name.ts';

export const moveRuleId = 'configured-move';

/**
 * One rule for all moves that a user declares. An image's own name beats a folder that holds it, a longer folder
 * a shorter one, and any of them a wildcard: so the names are in this order, and the first that fits is taken.
 */
export function createMoveRule(moves: readonly Move[]): Rule<'moved' | 'because'> {
  const sorted = moves.toSorted((a, b) => rankOf(a) - rankOf(b));
  return {
    id: moveRuleId,
    summary: 'Move images as the configuration or the command line says',
    names: sorted.map(patternOf),
    messages: {
      moved: '{old} is to be taken from {new}: the configuration or the command line says so',
      because: '{old} is to be taken from {new}: {reason}',
    },
    decide({ name, path }) {
      const { move, to } = matchMove(sorted, name);
      return {
        kind: 'move',
        code: move.reason === undefined ? 'moved' : 'because',
        to: { domain: to, path },
        applicability: move.applicability ?? 'safe',
        severity: 'warning',
        ...(move.reason !== undefined && { data: { reason: move.reason } }),
      };
    },
  };
}

/** Wildcards last, then the longer first. */
const rankOf = ({ from }: Move): number => (from.includes('*') ? 10_000 : 0) - from.length;

function patternOf({ from, except = [] }: Move): NamePattern {
  const { domain, path } = splitName(from);
  const below = except.map((name) => name.slice(from.length).replace(/^\/+|\/+$/g, ''));
  return {
    domain,
    whole: true,
    ...(path !== '' && { path }),
    ...(below.length > 0 && { except: below }),
  };
}
