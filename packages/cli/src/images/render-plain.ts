import { toPrintable } from '@regmigrate/reporters';
import type { Inventory } from './inventory.ts';
import { problemNotes } from './problem-notes.ts';

/** One image a line and nothing else, the most used first: for xargs. */
export function renderPlain(inventory: Inventory): {
  readonly text: string;
  readonly notes: string;
} {
  return {
    text: inventory.images.map(({ reference }) => `${toPrintable(reference)}\n`).join(''),
    notes: problemNotes(inventory),
  };
}
