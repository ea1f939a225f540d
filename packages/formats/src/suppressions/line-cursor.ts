/** Where lines end, for questions that go through a text: no line is looked at twice. */
export class LineCursor {
  readonly #text: string;
  #from = 0;
  #end = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the line of an offset ends, before its line break. */
  endOf(at: number): number {
    if (at < this.#from || at > this.#end) {
      this.#from = at;
      this.#end = lineEnd(this.#text, at);
    }
    return this.#end;
  }
}

export function lineEnd(text: string, at: number): number {
  const found = /[\r\n]/g;
  found.lastIndex = at;
  return found.exec(text)?.index ?? text.length;
}
