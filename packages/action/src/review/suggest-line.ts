import type { Edit } from '../command/report.ts';

/** Longer lines are no reading matter. UTF-16 units. */
const LONGEST = 5_000;
/** What a comment may not bring back as it was: controls, breaks, marks that are not seen, and what was no UTF-8. */
const FRAGILE = /[^\P{C}\t]|[\p{Zl}\p{Zp}\uFFFD]/u;

/** The line with all edits made; undefined where it cannot be suggested so that nothing else changes. */
export function suggestLine(line: string, edits: readonly Edit[]): string | undefined {
  if (edits.length === 0 || line.length > LONGEST || FRAGILE.test(line)) return undefined;
  let [text, at] = ['', 0];
  for (const edit of edits.toSorted((a, b) => a.column - b.column)) {
    const start = edit.column - 1;
    if (start < at || !line.startsWith(edit.old, start)) return undefined;
    text += line.slice(at, start) + edit.new;
    at = start + edit.old.length;
  }
  return text + line.slice(at);
}
