import type { Move } from './move.ts';

/** The move with names that can be compared: lower case, without slashes at the end. */
export const normalizeMove = (move: Move): Move => ({
  ...move,
  from: nameOf(move.from),
  to: move.to.replace(/\/+$/, ''),
  ...(move.except && { except: move.except.map(nameOf) }),
});

const nameOf = (name: string): string => name.toLowerCase().replace(/\/+$/, '');
