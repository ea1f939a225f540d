import { realpathSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';

/** The folder of a path from the root; the root is the empty string. */
export function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === '.' ? '' : folder;
}

export function joinPath(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The path that stands to `to` as `path`, which is `from` or lies in it, stands to `from`. */
export function transplant(path: string, from: string, to: string): string {
  const rest = from === '' ? path : path.slice(from.length + 1);
  return rest === '' ? to : joinPath(to, rest);
}

/** Where a relative path leads from a folder of the tree; undefined where it leads out of the tree. */
export function resolvePath(folder: string, path: string): string | undefined {
  if (path.startsWith('/') || path.includes('\0') || path.includes('\\')) return undefined;
  const resolved = posix.normalize(posix.join(folder, path)).replace(/\/$/, '');
  if (resolved === '..' || resolved.startsWith('../')) return undefined;
  return resolved === '.' ? '' : resolved;
}

/** What a user would type for a folder of the tree. */
export function displayPath(cwd: string, root: string, folder: string): string {
  return relative(realpathSync(cwd), join(root, folder)).replaceAll(sep, '/') || '.';
}
