import type { FileTree } from '../tree/file-tree.ts';
import { resolvePath } from '../tree/tree-path.ts';
import { MOST_FILES, type Closure } from './closure.ts';
import { isRemote } from './is-remote.ts';
import { isKustomizationFile, readKustomization } from './kustomization.ts';
import { readYaml } from './read-yaml.ts';

/**
 * A kustomization and all that it names, in the same places. Any string that is the path of a file counts as the
 * name of that file: what is copied without need does no harm, what is missed would.
 */
export async function closureOfKustomization(tree: FileTree, folder: string): Promise<Closure> {
  const files = new Map<string, string>();
  const folders = new Set<string>();
  const remote = new Set<string>();
  const faults = new Set<string>();
  let isContained = true;

  const queue = [folder];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (folders.has(at)) continue;
    const kustomization = await readKustomization(tree, at);
    if (kustomization === undefined) continue;
    folders.add(at);
    for (const path of kustomization.files) files.set(path, path);
    for (const entry of kustomization.loaded) {
      const path = resolvePath(at, entry);
      if (path !== undefined && isThere(tree, path)) continue;
      if (isRemote(entry)) remote.add(entry);
      else if (path === undefined) faults.add(`it refers to ${entry}, which lies outside of the tree`);
    }
    const named = [...kustomization.strings];
    for (const part of kustomization.parts) named.push(...(await pathsOfPlugin(tree, at, part)));
    for (const name of named) {
      const path = resolvePath(at, name);
      if (path === undefined) {
        isContained = false;
        continue;
      }
      if (tree.paths.has(path)) files.set(path, path);
      else queue.push(path);
    }
    if (files.size > MOST_FILES) {
      faults.add(`it has more than ${MOST_FILES} files`);
      break;
    }
  }
  return { files, folders: [...folders], remote: [...remote], faults: [...faults], isContained };
}

const isThere = (tree: FileTree, path: string): boolean =>
  tree.paths.has(path) || tree.paths.below(path).length > 0;

/** Transformers and generators are files that name further files, from the folder of the kustomization. */
async function pathsOfPlugin(tree: FileTree, folder: string, part: string): Promise<readonly string[]> {
  const path = resolvePath(folder, part);
  if (path === undefined || !tree.paths.has(path) || isKustomizationFile(path)) return [];
  const { path: own, paths, files, valuesFile } = await readYaml(tree, path);
  return [own, paths, files, valuesFile].flat().filter((value) => typeof value === 'string');
}
