/** Which places hang together: union-find over their numbers. */
export class LinkSets {
  readonly #parents: number[] = [];

  find(id: number): number {
    let root = id;
    for (let up = this.#parents[root]; up !== undefined && up !== root; up = this.#parents[root]) root = up;
    for (let at = id; at !== root;) {
      const up = this.#parents[at] ?? root;
      this.#parents[at] = root;
      at = up;
    }
    return root;
  }

  /** The smaller number stands for both, so that the outcome does not hang on the order. */
  union(a: number, b: number): void {
    const [one, other] = [this.find(a), this.find(b)];
    if (one !== other) this.#parents[Math.max(one, other)] = Math.min(one, other);
  }
}
