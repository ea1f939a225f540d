import { toCells, type Cell } from '../text/to-cells.ts';
import { toPrintableColumns } from '../text/to-printable.ts';

export interface CodeFrame {
  /** The line, or as much of it as fits, in three parts: before, the marked part, after. */
  readonly parts: readonly [string, string, string];
  /** Columns to the marked part, and columns that it takes. */
  readonly offset: number;
  readonly length: number;
}

/**
 * The part of a source line around `start`–`end` (from 0, in UTF-16 units) that fits into `width` columns.
 * Indentation is left out. Only a window of the line is measured, for a line may have millions of characters.
 */
export function codeFrame(line: string, start: number, end: number, width: number): CodeFrame {
  const reach = width * 4;
  const indent = /\S/.exec(line.slice(0, Math.min(start, 10_000)))?.index ?? start;
  const from = boundary(line, Math.max(indent, start - reach));
  const to = boundary(line, Math.min(line.length, end + reach));
  const marked = boundary(line, Math.min(end, start + reach));

  const before = cellsOf(line.slice(from, start));
  const target = cellsOf(line.slice(start, marked));
  const after = cellsOf(line.slice(marked, to).trimEnd());
  const widths = [before, target, after].map(widthOf) as [number, number, number];

  // The marked part comes first, then what is left is shared: the shorter side gives the other what it spares.
  const middle = Math.min(widths[1], width - 4);
  const rest = width - middle;
  const half = Math.floor(rest / 2);
  const left = Math.min(widths[0], Math.max(half, rest - widths[2]));
  const right = Math.min(widths[2], rest - left);
  const parts = [
    takeLast(before, left, from > indent),
    takeFirst(target, middle, marked < end),
    takeFirst(after, right, false),
  ] as const;
  return { parts, offset: widthOf(toCells(parts[0])), length: Math.max(1, widthOf(toCells(parts[1]))) };
}

/** Not between the halves of a surrogate pair. */
function boundary(line: string, at: number): number {
  return /[\uD800-\uDBFF]/.test(line.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(line.charAt(at)) ? at + 1 : at;
}

const cellsOf = (text: string): Cell[] => toCells(toPrintableColumns(text));
const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, { width }) => sum + width, 0);
const join = (cells: readonly Cell[]): string => cells.map(({ text }) => text).join('');

function takeFirst(cells: readonly Cell[], width: number, cut: boolean): string {
  if (!cut && widthOf(cells) <= width) return join(cells);
  let room = width - 1;
  const end = cells.findIndex((cell) => (room -= cell.width) < 0);
  return `${join(end < 0 ? cells : cells.slice(0, end))}…`;
}

function takeLast(cells: readonly Cell[], width: number, cut: boolean): string {
  if (!cut && widthOf(cells) <= width) return join(cells);
  let room = width - 1;
  const start = cells.findLastIndex((cell) => (room -= cell.width) < 0);
  return `…${join(cells.slice(start + 1))}`;
}
