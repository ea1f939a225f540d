import type { Kustomization, PatchRef, Ref } from './kustomization.ts';
import type { KustomizeTree } from './kustomize-tree.ts';

/** All kustomizations that use any of these files, by themselves or through others; and those that are among them. */
export function findUsers(tree: KustomizeTree, files: Iterable<string>): readonly Kustomization[] {
  const users = usersByPath(tree);
  const found = new Set<Kustomization>();
  const pending = [...files];
  for (let path = pending.pop(); path !== undefined; path = pending.pop())
    for (const user of users.get(path) ?? []) {
      if (found.has(user)) continue;
      found.add(user);
      pending.push(user.folder);
    }
  return [...found].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** By the path of a file or folder; no disk is asked. */
function usersByPath(tree: KustomizeTree): ReadonlyMap<string, readonly Kustomization[]> {
  const users = new Map<string, Kustomization[]>();
  const add = (path: string | undefined, user: Kustomization): void => {
    if (path === undefined) return;
    const known = users.get(path);
    if (known) known.push(user);
    else users.set(path, [user]);
  };
  for (const kustomization of tree.kustomizations) {
    add(kustomization.path, kustomization);
    for (const ref of refsOf(kustomization)) add(tree.pathOf(kustomization, ref), kustomization);
  }
  return users;
}

export function* refsOf(kustomization: Kustomization): Generator<Ref> {
  const { resources, components, configurations, files, patches, transformers } = kustomization;
  yield* [...resources, ...components, ...configurations, ...files];
  yield* pathsOf([...patches, ...transformers]);
}

const pathsOf = (refs: readonly PatchRef[]): readonly Ref[] =>
  refs.flatMap((ref) => ('path' in ref ? [ref.path] : []));
