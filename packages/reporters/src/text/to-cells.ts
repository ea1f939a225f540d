/** One character as a reader sees it: its text, and the columns that a terminal gives it. */
export interface Cell {
  readonly text: string;
  readonly width: number;
}

const ASCII = /^[\x20-\x7E]*$/;
const INVISIBLE = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;
// East Asian Wide and Fullwidth as far as scripts and blocks tell; half-width forms are the exception.
const WIDE =
  /^(?![\uFF61-\uFFDC\uFFE8-\uFFEE])(?:\p{Emoji_Presentation}|.\uFE0F|\p{Regional_Indicator}{2}|\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Bopomofo}|\p{Script=Yi}|\p{Script=Tangut}|[\u2329\u232A\u2E80-\u303E\u3041-\u33FF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6])/u;

let segmenter: Intl.Segmenter | undefined;

/** Splits printable text into what a reader counts as characters. */
export function toCells(text: string): Cell[] {
  if (ASCII.test(text)) return Array.from(text, (character) => ({ text: character, width: 1 }));
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => ({ text: segment, width: cellWidth(segment) }));
}

/** Columns that printable text takes. */
export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  return toCells(text).reduce((sum, cell) => sum + cell.width, 0);
}

function cellWidth(segment: string): number {
  if (INVISIBLE.test(segment)) return 0;
  return WIDE.test(segment) ? 2 : 1;
}
