import { posix } from 'node:path';
import type { Tree } from '@regmigrate/core';
import { decode } from '@regmigrate/scanner';

/** Files that are held in memory, as a tree to look around in. Paths are from its root. */
export function treeOfFiles(files: ReadonlyMap<string, Buffer>): Tree {
  const folders = new Map<string, Set<string>>();
  for (const path of files.keys()) {
    const parts = path.split('/');
    for (const [index, part] of parts.entries()) {
      const folder = parts.slice(0, index).join('/');
      const names = folders.get(folder) ?? new Set();
      folders.set(folder, names.add(index < parts.length - 1 ? `${part}/` : part));
    }
  }
  const keyOf = (path: string): string => posix.normalize(path).replace(/\/$/, '').replace(/^\.$/, '');
  return {
    root: '.',
    nameOf: (path) => posix.normalize(path),
    read(path) {
      const bytes = files.get(keyOf(path));
      return bytes && decode(bytes).text;
    },
    list: (folder) => [...(folders.get(keyOf(folder)) ?? [])],
  };
}
