import type { Kustomization, PatchRef, Ref } from './kustomization.ts';
import type { KustomizeTree } from './kustomize-tree.ts';
import { mentionOf } from './mention-of.ts';

/** All kustomizations that use any of these files, by themselves or through others; and those that are among them. */
export function findUsers(tree: KustomizeTree, files: Iterable<string>): readonly Kustomization[] {
  const users = new Users(tree);
  const found = new Set<Kustomization>();
  for (let paths = [...files]; paths.length > 0;) {
    users.openFor(paths);
    const next = paths.flatMap((path) => users.of(path)).filter((user) => !found.has(user));
    for (const user of next) found.add(user);
    paths = [...new Set(next.map(({ folder }) => folder))];
  }
  return [...found].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Who uses a path. Of the kustomizations only those are opened whose text may tell of a path that was asked for. */
class Users {
  readonly #tree: KustomizeTree;
  readonly #closed: Set<string>;
  readonly #byPath = new Map<string, Kustomization[]>();

  constructor(tree: KustomizeTree) {
    this.#tree = tree;
    this.#closed = new Set(tree.folders);
  }

  /** By the path of a file or folder for which they were opened; no disk is asked. */
  of(path: string): readonly Kustomization[] {
    return this.#byPath.get(path) ?? [];
  }

  openFor(paths: readonly string[]): void {
    const isMentioned = mentionOf(this.#tree, paths);
    for (const folder of this.#closed) {
      if (!isMentioned(folder)) continue;
      this.#closed.delete(folder);
      const kustomization = this.#tree.inFolder(folder);
      if (!kustomization) continue;
      this.#add(kustomization.path, kustomization);
      for (const ref of refsOf(kustomization))
        this.#add(this.#tree.pathOf(kustomization, ref), kustomization);
    }
  }

  #add(path: string | undefined, user: Kustomization): void {
    if (path === undefined) return;
    const known = this.#byPath.get(path);
    if (known) known.push(user);
    else this.#byPath.set(path, [user]);
  }
}

export function* refsOf(kustomization: Kustomization): Generator<Ref> {
  const { resources, components, configurations, files, patches, transformers } = kustomization;
  yield* [...resources, ...components, ...configurations, ...files];
  yield* pathsOf([...patches, ...transformers]);
}

const pathsOf = (refs: readonly PatchRef[]): readonly Ref[] =>
  refs.flatMap((ref) => ('path' in ref ? [ref.path] : []));
