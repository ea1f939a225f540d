import { type FileTree } from './file-tree.ts';
import { folderOf, joinPath, resolvePath, transplant } from './tree-path.ts';

/** All files of one closure in one state. Bytes. */
const MOST_BYTES = 96 * 2 ** 20;
/** Links that lead to links. */
const MOST_LINKS = 8;

export type Gathered =
  | { readonly ok: true; readonly files: ReadonlyMap<string, Buffer> }
  | { readonly ok: false; readonly reason: string };

/**
 * The contents of the files of a closure, by where they stand in the copy. A link becomes what it leads to, if that
 * is in the tree; links out of the tree become nothing. Files that this state does not have are left out.
 */
export async function gatherFiles(tree: FileTree, paths: ReadonlyMap<string, string>): Promise<Gathered> {
  const files = new Map<string, Buffer>();
  let bytes = 0;

  async function gather(at: string, path: string, links: number): Promise<void> {
    if (bytes > MOST_BYTES) return;
    const entry = await tree.read(path);
    if (entry?.kind === 'file') {
      files.set(at, entry.bytes);
      bytes += entry.bytes.length;
    } else if (entry && links < MOST_LINKS) {
      const target = resolvePath(folderOf(path), entry.target);
      // A link to a folder that holds the link would never end.
      if (target === undefined || path.startsWith(joinPath(target, ''))) return;
      if (tree.paths.has(target)) return gather(at, target, links + 1);
      for (const inner of tree.paths.below(target))
        await gather(transplant(inner, target, at), inner, links + 1);
    }
  }

  for (const [at, path] of paths) await gather(at, path, 0);
  if (bytes > MOST_BYTES) return { ok: false, reason: `its files have more than ${MOST_BYTES / 2 ** 20} MB` };
  return { ok: true, files };
}
