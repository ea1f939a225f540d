import { lstatSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { encodePath } from '../files/path-bytes.ts';
import { isWithin, type Root } from '../files/resolve-targets.ts';
import { IgnoreTree } from '../ignore/ignore-tree.ts';
import type { Selection } from './searcher.ts';

/** What of the folders searched was asked for: not what `.regmigrateignore` names, and what a glob matches. */
export class RootSelection implements Selection {
  readonly #cwd: string;
  readonly #roots: readonly (Root & { readonly absolute: string })[];
  readonly #named: ReadonlySet<string>;
  readonly #ignored: IgnoreTree | undefined;
  readonly #unmatched: Set<Root>;
  readonly #isPartial: boolean;

  /** `named`: files given one by one, which count already. */
  constructor(cwd: string, roots: readonly Root[], named: ReadonlySet<string>, ignoreFiles: boolean) {
    this.#cwd = cwd;
    this.#roots = roots.map((root) => ({ ...root, absolute: resolve(cwd, root.path) }));
    this.#named = named;
    this.#unmatched = new Set(this.#roots.filter(({ only }) => only !== undefined));
    this.#isPartial = named.size > 0 || roots.length > 1 || this.#unmatched.size > 0;
    this.#ignored = ignoreFiles ? new IgnoreTree('.regmigrateignore') : undefined;
    // Meets the ignore files in and above the roots, where most of them are.
    for (const { absolute } of this.#roots) this.#ignored?.names(join(absolute, 'any'), false);
  }

  wants(path: string): boolean {
    return !this.#named.has(path) && this.#selects(path, false);
  }

  /** Whether a problem with this entry is of interest. A folder that cannot be read may hold what a glob means. */
  concerns(path: string): boolean {
    const isFolder =
      lstatSync(encodePath(resolve(this.#cwd, path)), { throwIfNoEntry: false })?.isDirectory() ?? false;
    return !this.#named.has(path) && this.#selects(path, isFolder);
  }

  isPartial(): boolean {
    return this.#isPartial || this.#ignored?.hasRules === true;
  }

  /** A glob that matched no file so far, as the user wrote it. */
  unmatchedGlob(): string | undefined {
    return [...this.#unmatched][0]?.glob;
  }

  #selects(path: string, isFolder: boolean): boolean {
    const absolute = resolve(this.#cwd, path);
    let selected = false;
    for (const root of this.#roots) {
      if (!isWithin(root.absolute, absolute)) continue;
      if (root.only !== undefined && !isFolder) {
        if (!root.only.test(path)) continue;
        this.#unmatched.delete(root);
      }
      selected ||=
        absolute === root.absolute || this.#ignored?.ignores(absolute, root.absolute, isFolder) !== true;
    }
    return selected;
  }
}
