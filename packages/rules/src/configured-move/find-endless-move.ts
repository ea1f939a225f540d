import { compileNames, findTokens, type Rule } from '@regmigrate/core';
import type { Move } from './move.ts';

/** The first move whose target a rule would move again, so that a second run would go on; undefined where all end. */
export function findEndlessMove(moves: readonly Move[], rules: readonly Rule[]): Move | undefined {
  const names = compileNames(rules);
  return moves.find(({ to }) => {
    const target = to.replace('*', 'x').replace(/\/+$/, '');
    const [token] = findTokens(`${target}/image`, names);
    return token !== undefined && token.left === 'open' && token.right === 'open' && token.name.start === 0;
  });
}
