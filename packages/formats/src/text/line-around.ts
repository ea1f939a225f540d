/** The line that holds an offset, without its ending. */
export interface Line {
  readonly text: string;
  /** Offset of its first character in the file. */
  readonly start: number;
}

/** How far a line is looked at on either side: some files are one line of many megabytes. */
const REACH = 600;

export function lineAround(text: string, offset: number): Line {
  const from = Math.max(0, offset - REACH);
  const before = text.slice(from, offset);
  const newline = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
  const start = newline >= 0 ? from + newline + 1 : from === 0 && text.startsWith('\uFEFF') ? 1 : from;
  const after = /^[^\r\n]*/.exec(text.slice(offset, offset + REACH))?.[0] ?? '';
  return { text: text.slice(start, offset) + after, start };
}
