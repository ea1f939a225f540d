import type { FileTree } from './file-tree.ts';

/** A tree in which some files have other contents. */
export function overlayTree(tree: FileTree, contents: ReadonlyMap<string, Buffer>): FileTree {
  return {
    paths: tree.paths,
    ignored: tree.ignored,
    read(path) {
      const bytes = contents.get(path);
      return bytes === undefined ? tree.read(path) : Promise.resolve({ kind: 'file', bytes });
    },
  };
}
