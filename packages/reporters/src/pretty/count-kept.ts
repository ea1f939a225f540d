import type { Kept } from '@regmigrate/core';
import { grouped } from '../text/count.ts';

/** Kinds of reasons that are told apart; the others are added up. */
const MOST_KINDS = 6;

/** `12 vendored, 9 history, 3 for other reasons`: the commonest first. */
export function countKept(kept: readonly Kept[]): string {
  const kinds = new Map<string, number>();
  for (const mention of kept) {
    // Either the place holds it, or the rule does, which has no other reason than what it says.
    const held = mention.reason !== mention.message;
    const kind = held ? mention.context : mention.code;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const sorted = [...kinds].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const told = sorted.slice(0, sorted.length > MOST_KINDS ? MOST_KINDS - 1 : MOST_KINDS);
  const others = sorted.slice(told.length).reduce((sum, [, number]) => sum + number, 0);
  const parts = told.map(([kind, number]) => `${grouped(number)} ${kind}`);
  if (others > 0) parts.push(`${grouped(others)} for other reasons`);
  return parts.join(', ');
}
