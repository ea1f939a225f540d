import type { CommentMarks } from './comment-marks.ts';
import { nextAt } from './next-at.ts';

/** `<<EOF`, `<<-'EOF'`, and `<<<EOT` of PHP; a here-string of a shell has no line that ends it. */
const SHELL = /<<<?([-~]?)[ \t]{0,20}(["'\\]?)([A-Za-z_]\w{0,100})/y;
const CODE = /<<<?([-~]?)(["'\\]?)([A-Za-z_]\w{0,100})/y;
const WORD_LINE = /^([ \t]*)([A-Za-z_]\w{0,100})[;)]*[ \t]*\r?$/gm;

interface Heredoc {
  readonly word: string;
  readonly indented: boolean;
}

/** The heredocs of a text, which is gone through from its begin to its end. */
export class Heredocs {
  readonly #text: string;
  readonly #opening: RegExp | undefined;
  readonly #pending: Heredoc[] = [];
  /** Where lines begin that hold one word, by this word and whether it stands at the margin. */
  #lines: ReadonlyMap<string, readonly number[]> | undefined;
  /** Where the line ends that opened the pending ones. */
  #from = 0;

  constructor(text: string, { heredoc }: CommentMarks) {
    this.#text = text;
    this.#opening = heredoc === undefined ? undefined : new RegExp(heredoc === 'shell' ? SHELL : CODE);
  }

  /** Notes what a `<<` opens, in a line that ends at `lineEnd`. */
  open(at: number, lineEnd: number): void {
    if (!this.#opening) return;
    this.#opening.lastIndex = at;
    const [all, indented = '', , word] = this.#opening.exec(this.#text) ?? [];
    if (word === undefined) return;
    this.#pending.push({ word, indented: indented !== '' || all?.startsWith('<<<') === true });
    this.#from = lineEnd;
  }

  /** Behind all heredocs whose lines begin before an offset; the offset where there are none. */
  skip(at: number): number {
    if (this.#pending.length === 0 || at < this.#from) return at;
    let end = this.#from;
    for (const heredoc of this.#pending.splice(0)) end = this.#endOf(heredoc, end) ?? end;
    return Math.max(at, end);
  }

  #endOf({ word, indented }: Heredoc, from: number): number | undefined {
    this.#lines ??= wordLines(this.#text);
    const start = nextAt(this.#lines.get(indented ? word : `|${word}`) ?? [], from);
    return start === undefined ? undefined : this.#text.indexOf(word, start) + word.length;
  }
}

function wordLines(text: string): ReadonlyMap<string, readonly number[]> {
  const lines = new Map<string, number[]>();
  // In a block of text of YAML, all lines are indented.
  const margin = /^[ \t]*(?=\S)/m.exec(text)?.[0];
  const note = (key: string, at: number): void => {
    const known = lines.get(key);
    if (known) known.push(at);
    else lines.set(key, [at]);
  };
  for (const { index, 1: indent, 2: word = '' } of text.matchAll(WORD_LINE)) {
    note(word, index);
    if (indent === margin || indent === '') note(`|${word}`, index);
  }
  return lines;
}
