/** Longer than anything that the pattern may match. */
const overlap = 4096;

/** Takes the bytes of one member. Those of a large one are not held, only searched. */
export class MemberBody {
  readonly #limit: number;
  readonly #pattern: RegExp;
  readonly #chunks: Buffer[] = [];
  #size = 0;
  #tail = '';
  #matches = false;

  /** `limit`: bytes that are held. */
  constructor(limit: number, pattern: RegExp) {
    this.#limit = limit;
    this.#pattern = pattern;
  }

  add(chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size <= this.#limit) {
      this.#chunks.push(chunk);
      return;
    }
    for (const held of this.#chunks.splice(0)) this.#search(held);
    this.#search(chunk);
  }

  /** Undefined for a member over the limit. */
  bytes(): Buffer | undefined {
    return this.#size > this.#limit ? undefined : Buffer.concat(this.#chunks);
  }

  /** Whether a member over the limit holds a match. */
  get matches(): boolean {
    return this.#matches;
  }

  #search(chunk: Buffer): void {
    if (this.#matches) return;
    // Retired names are ASCII, so one character a byte finds them.
    const text = this.#tail + chunk.toString('latin1');
    this.#matches = this.#pattern.test(text);
    this.#tail = text.slice(-overlap);
  }
}
