import { toPrintable } from '../text/to-printable.ts';
import { wrap } from '../text/wrap.ts';
import type { Fold } from './fold-entries.ts';
import type { Entry } from './group-by-file.ts';
import type { Page } from './page.ts';

/** Lines that a list of places may take; the number before it tells how many there are in all. */
const MOST_ROWS = 2;

/** Lines of an archive's members need the member's name. */
function lineOf({ start, member }: Entry): string {
  return member === undefined ? String(start.line) : toPrintable(`${member.path}:${member.line}`);
}

export function renderFolded({ others }: Fold, margin: number, { paint, width }: Page): string[] {
  if (others.length === 0) return [];
  const numbers = [...new Set(others.map(lineOf))];
  const lines = `${numbers.length === 1 ? 'line' : 'lines'} ${numbers.join(', ')}`;
  // Room for the mark that the list goes on.
  const rows = wrap(`and ${others.length} more like it on ${lines}`, width - margin - 2);
  const shown = rows.slice(0, MOST_ROWS);
  if (rows.length > MOST_ROWS) shown.push(`${shown.pop() ?? ''} …`);
  return shown.map((row) => ' '.repeat(margin) + paint.dim(row));
}
