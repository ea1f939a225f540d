import { posix } from 'node:path';
import type { Tree } from '@regmigrate/core';
import { isKustomization, kustomizationNames } from './is-kustomization.ts';
import { isRemote } from './is-remote.ts';
import type { Kustomization, Ref } from './kustomization.ts';
import { readKustomization } from './read-kustomization.ts';

/** What a reference of a kustomization leads to. */
export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly kustomization: Kustomization }
  | { readonly kind: 'remote' }
  /** A link to a folder, whose files have other names here. */
  | { readonly kind: 'link' }
  | { readonly kind: 'missing' };

/** The kustomizations of the tree, each read once and only when it is asked for, and what they lead to. */
export class KustomizeTree {
  readonly #tree: Tree;
  readonly #nameOf: (path: string) => string;
  /** In one folder the first that can be read counts; several are an error. */
  readonly #listed = new Map<string, readonly string[]>();
  readonly #byFolder = new Map<string, Kustomization>();
  readonly #names = new Map<string, ReadonlySet<string>>();

  /** `paths`: of the kustomization files. `nameOf`: the one spelling of a path. */
  constructor(tree: Tree, paths: readonly string[], nameOf: (path: string) => string) {
    this.#tree = tree;
    this.#nameOf = nameOf;
    for (const path of paths.map(nameOf).toSorted().filter(isKustomization)) {
      const folder = posix.dirname(path);
      this.#listed.set(folder, [...(this.#listed.get(folder) ?? []), path]);
    }
  }

  /** All that have a kustomization. */
  get folders(): Iterable<string> {
    return this.#listed.keys();
  }

  /** The kustomization of a folder as it is written. */
  textIn(folder: string): string | undefined {
    return this.#firstIn(folder)?.text;
  }

  inFolder(folder: string): Kustomization | undefined {
    const known = this.#byFolder.get(folder);
    if (known) return known;
    const listed = this.#firstIn(folder);
    if (listed) return this.#open(listed.path, listed.text);
    if (!this.#isFolder(folder)) return undefined;
    const name = kustomizationNames.find((file) => this.#namesIn(folder).has(file));
    const path = name === undefined ? undefined : posix.join(folder, name);
    const text = path === undefined ? undefined : this.#tree.read(path);
    return path === undefined || text === undefined ? undefined : this.#open(path, text);
  }

  /** The path that a reference in a folder means, if it is one of the tree's. */
  pathOf({ folder }: Pick<Kustomization, 'folder'>, { value }: Pick<Ref, 'value'>): string | undefined {
    if (value === '' || value.startsWith('/') || value.includes('\n')) return undefined;
    const path = posix.join(folder, value).replace(/(?<=.)\/$/, '');
    return path.startsWith('..') ? this.#nameOf(path) : path;
  }

  resolve(from: Kustomization, ref: Ref): Target {
    const path = this.pathOf(from, ref);
    if (path !== undefined) {
      const kustomization = this.inFolder(path);
      if (kustomization) return { kind: 'folder', kustomization };
      const isListed = this.#namesIn(posix.dirname(path)).has(posix.basename(path));
      if (isListed) return this.#namesIn(path).size > 0 ? { kind: 'link' } : { kind: 'file', path };
    }
    return { kind: isRemote(ref.value) ? 'remote' : 'missing' };
  }

  read(path: string): string | undefined {
    return this.#tree.read(path);
  }

  #open(path: string, text: string): Kustomization {
    const kustomization = readKustomization(path, text);
    this.#byFolder.set(kustomization.folder, kustomization);
    return kustomization;
  }

  #firstIn(folder: string): { readonly path: string; readonly text: string } | undefined {
    for (const path of this.#listed.get(folder) ?? []) {
      const text = this.#tree.read(path);
      if (text !== undefined) return { path, text };
    }
    return undefined;
  }

  /** Asked of the folder above, which is listed anyhow, rather than of each file. */
  #isFolder(path: string): boolean {
    const name = posix.basename(path);
    return name === '.' || name === '..' || this.#namesIn(posix.dirname(path)).has(`${name}/`);
  }

  #namesIn(folder: string): ReadonlySet<string> {
    const known = this.#names.get(folder);
    if (known) return known;
    const names = new Set(this.#tree.list(folder));
    this.#names.set(folder, names);
    return names;
  }
}
