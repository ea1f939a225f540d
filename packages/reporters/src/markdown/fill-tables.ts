import { count } from '../text/count.ts';

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  /** Cells in Markdown, each one line. */
  readonly rows: readonly (readonly string[])[];
}

/** How much text a host takes, and how it counts. */
export interface Bound {
  readonly most: number;
  readonly measure: (text: string) => number;
}

/** Longer than any line that tells what is missing. */
const RESERVE = 200;

/** Tables with as many whole rows as fit; below a table that does not, a line says how many are missing. */
export function fillTables(tables: readonly Table[], { most, measure }: Bound): string {
  let [text, room] = ['', most];
  for (const { title, head, rows } of tables) {
    if (rows.length === 0) continue;
    const opening = `\n### ${title}\n\n${line(head)}${line(head.map(() => '---'))}`;
    let left = room - measure(opening) - RESERVE;
    const told: string[] = [];
    for (const row of rows) {
      const next = line(row);
      left -= measure(next);
      if (left < 0) break;
      told.push(next);
    }
    const missing = rows.length - told.length;
    const table = told.length === 0 ? `\n### ${title}\n` : opening + told.join('');
    const added = `${table}${missing === 0 ? '' : `\n${count(missing, 'row')} more: too long for this page.\n`}`;
    // The reserve of a table that fits is room for the next; headings alone must not fill the page either.
    if (measure(added) > room) break;
    text += added;
    room -= measure(added);
  }
  return text;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}
