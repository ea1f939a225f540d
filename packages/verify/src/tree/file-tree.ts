export type TreeEntry =
  | { readonly kind: 'file'; readonly bytes: Buffer }
  /** `target` as the link has it. */
  | { readonly kind: 'link'; readonly target: string };

/** One state of the files below a root: those on the disk, or those of a commit. Paths go from the root, with `/`. */
export interface FileTree {
  readonly paths: PathIndex;
  /** Files that git ignores, in folders named `charts`: what `helm dependency build` has put there. */
  readonly ignored: ReadonlySet<string>;
  /** Undefined where nothing that can be read is at this path. */
  read(path: string): Promise<TreeEntry | undefined>;
}

/** A sorted list of paths that can be asked for a folder. */
export class PathIndex {
  readonly #sorted: readonly string[];
  readonly #set: ReadonlySet<string>;

  constructor(paths: Iterable<string>) {
    this.#set = new Set(paths);
    this.#sorted = [...this.#set].sort();
  }

  [Symbol.iterator](): Iterator<string> {
    return this.#sorted[Symbol.iterator]();
  }

  has(path: string): boolean {
    return this.#set.has(path);
  }

  /** The paths in a folder and below it; of the root, which is the empty string, all. */
  below(folder: string): readonly string[] {
    if (folder === '') return this.#sorted;
    const [start, end] = [this.#lowerBound(`${folder}/`), this.#lowerBound(`${folder}0`)];
    return this.#sorted.slice(start, end);
  }

  /** `0` is the character after the slash, so that it ends what begins with `folder/`. */
  #lowerBound(path: string): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? '') < path) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
