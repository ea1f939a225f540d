import { displayWidth, toCells } from './to-cells.ts';

/** Breaks printable text at spaces into lines of so many columns; a word that is longer is broken anywhere. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((long) => breakWord(long, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (displayWidth(longer) <= width) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  if (line !== '') lines.push(line);
  return lines;
}

function breakWord(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return word === '' ? [] : [word];
  const pieces: string[] = [];
  let piece = '';
  let room = width;
  for (const cell of toCells(word)) {
    room -= cell.width;
    if (room < 0) {
      pieces.push(piece);
      piece = '';
      room = width - cell.width;
    }
    piece += cell.text;
  }
  return [...pieces, piece];
}
