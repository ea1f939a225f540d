import type { Edit } from '@regmigrate/core';

/** The edits that make every announced move in a text, sorted; none touches another. */
export type MovesIn = (text: string) => readonly Edit[];

/**
 * Whether a text becomes the other by announced moves and nothing else. Not all of them need to be made: what is
 * left of the old names is told elsewhere.
 */
export function isAnnouncedMove(before: string, after: string, movesIn: MovesIn): boolean {
  if (before === after) return false;
  // Offsets in `after` at which the part read so far may end.
  let ends = new Set([0]);
  let at = 0;
  for (const { span, expected, text } of movesIn(before)) {
    const between = before.slice(at, span.start);
    ends = new Set([...advance(ends, after, between + text), ...advance(ends, after, between + expected)]);
    at = span.end;
  }
  return [...advance(ends, after, before.slice(at))].some((end) => end === after.length);
}

function* advance(ends: ReadonlySet<number>, text: string, part: string): Generator<number> {
  for (const end of ends) if (text.startsWith(part, end)) yield end + part.length;
}
