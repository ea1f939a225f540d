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
  | { readonly kind: 'missing' };

/** All kustomizations of the tree, each read once, and what they lead to. */
export class KustomizeTree {
  readonly #tree: Tree;
  readonly #nameOf: (path: string) => string;
  readonly #byFolder = new Map<string, Kustomization>();
  readonly #names = new Map<string, ReadonlySet<string>>();

  /** `paths`: of the kustomization files. `nameOf`: the one spelling of a path. */
  constructor(tree: Tree, paths: readonly string[], nameOf: (path: string) => string) {
    this.#tree = tree;
    this.#nameOf = nameOf;
    for (const path of paths.map(nameOf).toSorted().filter(isKustomization)) this.#open(path);
  }

  get kustomizations(): readonly Kustomization[] {
    return [...this.#byFolder.values()];
  }

  inFolder(folder: string): Kustomization | undefined {
    const known = this.#byFolder.get(folder);
    if (known) return known;
    if (!this.#isFolder(folder)) return undefined;
    const name = kustomizationNames.find((file) => this.#namesIn(folder).has(file));
    return name === undefined ? undefined : this.#open(posix.join(folder, name));
  }

  /** The path that a reference means, if it is one of the tree's. */
  pathOf({ folder }: Kustomization, { value }: Ref): string | undefined {
    if (value === '' || value.startsWith('/') || value.includes('\n')) return undefined;
    const path = posix.join(folder, value).replace(/(?<=.)\/$/, '');
    return path.startsWith('..') ? this.#nameOf(path) : path;
  }

  resolve(from: Kustomization, ref: Ref): Target {
    const path = this.pathOf(from, ref);
    if (path !== undefined) {
      const kustomization = this.inFolder(path);
      if (kustomization) return { kind: 'folder', kustomization };
      if (this.#namesIn(posix.dirname(path)).has(posix.basename(path))) return { kind: 'file', path };
    }
    return { kind: isRemote(ref.value) ? 'remote' : 'missing' };
  }

  read(path: string): string | undefined {
    return this.#tree.read(path);
  }

  #open(path: string): Kustomization | undefined {
    const text = this.#tree.read(path);
    if (text === undefined) return undefined;
    const kustomization = readKustomization(path, text);
    const { folder } = kustomization;
    // Two in one folder are an error; the first counts here.
    if (!this.#byFolder.has(folder)) this.#byFolder.set(folder, kustomization);
    return this.#byFolder.get(folder);
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
