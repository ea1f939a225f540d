import { posix } from 'node:path';

/** Folders in folders, more than people nest them. */
const DEPTH_LIMIT = 64;

export function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let at = posix.dirname(path); folders.length < DEPTH_LIMIT; at = posix.dirname(at)) {
    folders.push(at);
    if (posix.dirname(at) === at || at === '..' || at.endsWith('/..')) break;
  }
  return folders;
}
