import { headOf } from './text/head-of.ts';

/** How a baseline begins, also where another program has set or sorted it anew. */
const HEAD = /^\s*\{\s*(?:"version"\s*:\s*\d+\s*,\s*)?"entries"\s*:\s*\[\s*\{/;
const KEYS = ['file', 'rule', 'reference', 'context', 'count'];
/** Characters that the first entry may take; the longest part of it is a path. */
const FIRST_ENTRY = 8000;

/** Whether a text is a baseline that this program wrote, by what it holds: its name is the user’s to choose. */
export function isBaseline(text: string): boolean {
  const head = headOf(text, FIRST_ENTRY);
  return HEAD.test(head) && KEYS.every((key) => head.includes(`"${key}"`));
}
