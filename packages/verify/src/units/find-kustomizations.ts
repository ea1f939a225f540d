import type { FileTree } from '../tree/file-tree.ts';
import { folderOf, resolvePath } from '../tree/tree-path.ts';
import { closureOfKustomization } from './closure-of-kustomization.ts';
import { isKustomizationFile, readKustomization } from './kustomization.ts';
import type { Unit } from './unit.ts';

/**
 * The kustomizations that are built by themselves: those that no other takes as a part. Bases and components are
 * proven through those that use them, unless nobody does.
 */
export async function findKustomizations(tree: FileTree): Promise<readonly Unit[]> {
  const folders = [...new Set([...tree.paths].filter(isKustomizationFile).map(folderOf))];
  const parts = new Map<string, readonly string[]>();
  for (const folder of folders) parts.set(folder, await partsOf(tree, folder));
  const used = new Set([...parts].flatMap(([folder, own]) => own.filter((part) => part !== folder)));
  const tops = folders.filter((folder) => !used.has(folder));
  // Those that only use each other are a mistake, and kustomize will say so of one of them.
  const reached = new Set<string>();
  for (const top of tops) reach(top, parts, reached);
  for (const folder of folders) {
    if (reached.has(folder)) continue;
    tops.push(folder);
    reach(folder, parts, reached);
  }
  return Promise.all(
    tops.map(async (folder) => ({
      kind: 'kustomization' as const,
      folder,
      closure: await closureOfKustomization(tree, folder),
    })),
  );
}

async function partsOf(tree: FileTree, folder: string): Promise<readonly string[]> {
  const kustomization = await readKustomization(tree, folder);
  return kustomization?.parts.flatMap((part) => resolvePath(folder, part) ?? []) ?? [];
}

function reach(top: string, parts: ReadonlyMap<string, readonly string[]>, reached: Set<string>): void {
  const queue = [top];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    queue.push(...(parts.get(at) ?? []));
  }
}
