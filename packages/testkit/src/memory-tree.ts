import { posix } from 'node:path';
import type { Tree } from '@regmigrate/core';

/** A tree of texts by path, for tests of what looks around. */
export function memoryTree(files: Readonly<Record<string, string>>): Tree {
  const paths = Object.keys(files).map((path) => posix.normalize(path));
  const texts = new Map(Object.entries(files).map(([path, text]) => [posix.normalize(path), text]));
  return {
    root: '.',
    nameOf: (path) => posix.normalize(path),
    read: (path) => texts.get(posix.normalize(path)),
    list(folder) {
      const prefix = posix.normalize(`${folder}/`) === './' ? '' : posix.normalize(`${folder}/`);
      const below = paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
      return [...new Set(below.map((path) => /^[^/]*\/?/.exec(path)?.[0] ?? path))];
    },
  };
}
