import { refsOf } from './find-users.ts';
import type { Kustomization } from './kustomization.ts';
import type { KustomizeTree } from './kustomize-tree.ts';

/** Kustomizations and all that they use, each once. */
export function* usedBy(
  tree: KustomizeTree,
  kustomizations: Iterable<Kustomization>,
): Generator<Kustomization> {
  const seen = new Set(kustomizations);
  // A set gives what is added while it is walked, too.
  for (const kustomization of seen) {
    yield kustomization;
    for (const ref of refsOf(kustomization)) {
      const path = tree.pathOf(kustomization, ref);
      const used = path === undefined ? undefined : tree.inFolder(path);
      if (used) seen.add(used);
    }
  }
}

/** The files that a kustomization and its bases are made of, themselves included. */
export function closureOf(tree: KustomizeTree, kustomization: Kustomization): ReadonlySet<string> {
  const files = new Set<string>();
  for (const used of usedBy(tree, [kustomization])) {
    files.add(used.path);
    for (const ref of refsOf(used)) {
      const path = tree.pathOf(used, ref);
      if (path !== undefined) files.add(path);
    }
  }
  return files;
}
