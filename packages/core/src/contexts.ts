import type { Context } from './contexts/context.ts';
import { keepPlaces } from './contexts/keep-places.ts';
import { manualPlaces } from './contexts/manual-places.ts';
import { safePlaces } from './contexts/safe-places.ts';
import { unsafePlaces } from './contexts/unsafe-places.ts';

/**
 * The kinds of places in which a name can stand. A place is `safe` only by evidence: in replays of
 * migrations made by people, no edit there was wrong (docs/accuracy.md).
 */
export const contexts = {
  ...safePlaces,
  ...unsafePlaces,
  ...manualPlaces,
  ...keepPlaces,
} as const satisfies Record<string, Context>;

export type ContextId = keyof typeof contexts;

/** Places of which no user can say something else: an edit there is never right, or what they are is no place. */
export const fixedContexts: ReadonlySet<ContextId> = new Set([
  'other-name',
  'binary',
  'encrypted',
  'archive',
  'suppressed',
  'baseline',
  'baseline-file',
]);
