import { lstatSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isWithin } from '../files/is-within.ts';
import { encodePath } from '../files/path-bytes.ts';
import type { Root } from '../files/resolve-targets.ts';
import { IgnoreTree } from '../ignore/ignore-tree.ts';
import { repositoryOf } from '../ignore/repository-of.ts';
import type { Selection } from './searcher.ts';

interface SelectedRoot extends Root {
  readonly absolute: string;
  readonly ignored?: IgnoreTree;
}

interface SelectionOptions {
  readonly cwd: string;
  readonly roots: readonly Root[];
  /** Files given one by one, which count already. */
  readonly named: ReadonlySet<string>;
  readonly ignoreFiles: boolean;
  readonly isIgnored: ((path: string) => boolean) | undefined;
}

/** What of the folders searched was asked for: not what `.regmigrateignore` names, and what a glob matches. */
export class RootSelection implements Selection {
  readonly #cwd: string;
  readonly #roots: readonly SelectedRoot[];
  readonly #named: ReadonlySet<string>;
  readonly #unmatched: Set<Root>;
  readonly #isPartial: boolean;
  readonly #isIgnored: SelectionOptions['isIgnored'];

  constructor({ cwd, roots, named, ignoreFiles, isIgnored }: SelectionOptions) {
    this.#cwd = cwd;
    this.#isIgnored = isIgnored;
    const trees = new Map<string | undefined, IgnoreTree>();
    this.#roots = roots.map((root) => {
      const absolute = resolve(cwd, root.path);
      const top = repositoryOf(absolute);
      const ignored = trees.get(top) ?? new IgnoreTree('.regmigrateignore', top);
      trees.set(top, ignored);
      // Meets the ignore files in and above the root, where most of them are.
      ignored.names(join(absolute, 'any'), false);
      return { ...root, absolute, ...(ignoreFiles && { ignored }) };
    });
    this.#named = named;
    this.#unmatched = new Set(this.#roots.filter(({ only }) => only !== undefined));
    this.#isPartial =
      named.size > 0 || roots.length > 1 || this.#unmatched.size > 0 || isIgnored !== undefined;
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
    return this.#isPartial || this.#roots.some(({ ignored }) => ignored?.hasRules === true);
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
        absolute === root.absolute || root.ignored?.ignores(absolute, root.absolute, isFolder) !== true;
    }
    return selected && this.#isIgnored?.(path) !== true;
  }
}
