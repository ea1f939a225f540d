import { displayWidth, toCells } from './to-cells.ts';

/** Cuts printable text to so many columns, with `…` in place of what is left out. */
export function clip(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let room = Math.max(1, width) - 1;
  let kept = '';
  for (const cell of toCells(text)) {
    room -= cell.width;
    if (room < 0) break;
    kept += cell.text;
  }
  return `${kept}…`;
}
