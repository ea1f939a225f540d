import type { CommentMarks } from './comment-marks.ts';
import type { LineCursor } from './line-cursor.ts';

/**
 * The strings of a text, which is gone through from its begin to its end. A quote that nothing closes, in its line or
 * in the text as the language has it, is an apostrophe.
 */
export class Strings {
  readonly #text: string;
  readonly #marks: CommentMarks;
  readonly #lines: LineCursor;
  /** Up to where nothing closes a quote, by the quote: what is escaped for the first is so for the next. */
  readonly #unclosed = new Map<string, number>();

  constructor(text: string, marks: CommentMarks, lines: LineCursor) {
    this.#text = text;
    this.#marks = marks;
    this.#lines = lines;
  }

  /** Where the string ends that a quote begins; directly behind the quote where it is none. */
  endOf(at: number, mark: string): number {
    const behind = at + mark.length;
    if (this.#marks.markup || at < (this.#unclosed.get(mark) ?? 0)) return behind;
    const runsOn = mark.length === 3 || mark === '`' || this.#marks.runOn?.includes(mark);
    const limit = runsOn ? this.#text.length : this.#lines.endOf(at);
    if (this.#marks.shellQuotes && this.#isEscaped(at)) return behind;
    // `$'…'` has escapes.
    const isRaw = mark === "'" && this.#marks.shellQuotes === true && this.#text[at - 1] !== '$';
    for (let end = behind; end < limit; end++) {
      if (this.#text[end] === '\\' && !isRaw) end++;
      else if (this.#text.startsWith(mark, end)) return end + mark.length;
    }
    this.#unclosed.set(mark, limit);
    return behind;
  }

  #isEscaped(at: number): boolean {
    let start = at;
    while (this.#text[start - 1] === '\\') start--;
    return (at - start) % 2 === 1;
  }
}
