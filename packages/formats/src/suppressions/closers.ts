import { lineEnd } from './line-cursor.ts';

interface Closer {
  /** Where it begins. */
  readonly opens: number;
  readonly end: number;
}

/** How a comment ends that may hold a line break, by the begin of its mark. */
const CLOSERS: Readonly<Record<string, RegExp>> = {
  '/*': /\*\//g,
  '<!--': /-->/g,
  '{{': /\*\/\s{0,100}-?\}\}/g,
  '{#': /#\}/g,
};

/** Where comments end, for questions that go through a text from its begin to its end. */
export class Closers {
  readonly #text: string;
  readonly #known = new Map<string, Closer & { readonly from: number }>();
  readonly #endsLine = new Map<number, boolean>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The end of a comment with this mark that goes on at `from`; that of its line where the mark has none. */
  after(from: number, mark: string): Closer {
    const kind = mark.startsWith('{{') ? '{{' : mark;
    const closer = CLOSERS[kind];
    const known = this.#known.get(kind);
    if (known && known.from <= from && from <= known.opens) return known;
    const found = closer ? this.#find(closer, from) : this.#lineEnd(from);
    this.#known.set(kind, { ...found, from });
    return found;
  }

  /** Whether nothing stands between an offset and the end of its line. */
  endsLine(at: number): boolean {
    const known = this.#endsLine.get(at);
    if (known !== undefined) return known;
    const blank = /[^\S\r\n]*/y;
    blank.lastIndex = at;
    blank.exec(this.#text);
    const is = blank.lastIndex >= this.#text.length || /[\r\n]/.test(this.#text[blank.lastIndex] ?? '');
    this.#endsLine.set(at, is);
    return is;
  }

  #find(closer: RegExp, from: number): Closer {
    const search = new RegExp(closer);
    search.lastIndex = from;
    const found = search.exec(this.#text);
    return found
      ? { opens: found.index, end: search.lastIndex }
      : { opens: this.#text.length, end: this.#text.length };
  }

  #lineEnd(from: number): Closer {
    const end = lineEnd(this.#text, from);
    return { opens: end, end };
  }
}
