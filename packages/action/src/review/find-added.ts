import type { Hunk } from './hunks.ts';

/** A line that the pull request wrote, found in the tree. */
export interface AddedLine {
  /** Its number in the head of the pull request, from 1. */
  readonly line: number;
  /** Without its line break; a CR is part of it. */
  readonly text: string;
}

/**
 * Finds the lines that a pull request wrote in the file as it is checked out, by their numbers there. The checkout may be
 * a merge, in which lines have other numbers: a hunk is where the whole of it stands, and only if that is one place.
 * Where the head itself is checked out, it must stand at its own number.
 */
export function findAdded(
  hunks: readonly Hunk[],
  text: string,
  isHead: boolean,
): ReadonlyMap<number, AddedLine> {
  const found = new Map<number, AddedLine>();
  // Git counts no lone CR as the end of a line, and we do.
  if (/\r(?!\n)/.test(text)) return found;
  const all = text.split('\n');
  const file = `\n${text}\n`;
  for (const { start, lines, added } of hunks) {
    const first = isHead ? numberAt(all, lines, start) : onlyNumber(file, lines);
    if (first === undefined) continue;
    lines.forEach((line, index) => {
      if (added[index]) found.set(first + index, { line: start + index, text: line });
    });
  }
  return found;
}

function numberAt(all: readonly string[], lines: readonly string[], start: number): number | undefined {
  return lines.every((line, index) => all[start - 1 + index] === line) ? start : undefined;
}

function onlyNumber(file: string, lines: readonly string[]): number | undefined {
  const hunk = `\n${lines.join('\n')}\n`;
  const at = file.indexOf(hunk);
  if (at === -1 || file.includes(hunk, at + 1)) return undefined;
  return file.slice(0, at + 1).split('\n').length - 1;
}
