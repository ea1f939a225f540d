import { posix } from 'node:path';
import type { KustomizeTree } from './kustomize-tree.ts';

/** To search texts for more names than these takes longer than to read them closely. */
const MOST_NAMES = 64;

/** Of a line, in UTF-16 units. Longer ones are read closely, so that none is searched over and over. */
const LONGEST_FRONT = 1000;

/** What a path is written with; anything else in a name may be written in other ways. */
const PLAIN = /^[\w@+-][\w.@+-]*$/;

/** A reference that ends in `.` or `..`, and so does not tell the name of what it means. */
const UPWARDS = /(?:^|[\s"'=,[/])\.\.?\/*(?=$|[\s"',\]}])/m;

/** What stands on a line in front of the last part of a path, where all of the path is plain. */
const IN_FRONT = /^\s*(?:-\s+)*(?:[\w-]+:\s+)?["']?([\w.@+/-]*)$/;

/**
 * Whether the kustomization of a folder may refer to one of the paths, or is one of them. To tell so takes no
 * parser and mostly just a search for names; it may be too often so, never too seldom.
 */
export function mentionOf(tree: KustomizeTree, paths: readonly string[]): (folder: string) => boolean {
  const sought = new Set(paths);
  const names = [...new Set(paths.map((path) => posix.basename(path)))];
  if (names.length > MOST_NAMES || !names.every((name) => PLAIN.test(name))) return () => true;
  const own = new Set(paths.map((path) => posix.dirname(path)));

  const isMeant = (folder: string, text: string, name: string): boolean => {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const start = text.lastIndexOf('\n', at) + 1;
      const front = at - start > LONGEST_FRONT ? undefined : IN_FRONT.exec(text.slice(start, at))?.[1];
      if (front === undefined) return true;
      const path = tree.pathOf({ folder }, { value: front + name });
      if (path !== undefined && sought.has(path)) return true;
    }
    return false;
  };
  return (folder) => {
    if (own.has(folder)) return true;
    const text = tree.textIn(folder);
    if (text === undefined) return false;
    // An escape may write a name in any way.
    if (text.includes('\\') || UPWARDS.test(text)) return true;
    return names.some((name) => isMeant(folder, text, name));
  };
}
