import { globSource } from './compile-glob.ts';

/** What the patterns of one ignore file say of a path; undefined where none matches. */
export type IgnoreFile = (path: string, isFolder: boolean) => 'ignored' | 'kept' | undefined;

interface Pattern {
  readonly regexp: RegExp;
  readonly verdict: 'ignored' | 'kept';
  readonly foldersOnly: boolean;
}

/** The gitignore language. Paths are relative to the folder of the ignore file, with `/`. The last match decides. */
export function compileIgnore(text: string): IgnoreFile {
  const patterns = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line) => compileLine(line) ?? [])
    .reverse();
  return (path, isFolder) =>
    patterns.find(({ regexp, foldersOnly }) => (isFolder || !foldersOnly) && regexp.test(path))?.verdict;
}

function compileLine(line: string): Pattern | undefined {
  if (line.startsWith('#')) return undefined;
  const kept = line.startsWith('!');
  // Spaces at the end do not count unless a backslash stands before them.
  let glob = line.slice(kept ? 1 : 0).replace(/^((?:[^\\]|\\.)*?) +$/s, '$1');
  const foldersOnly = glob.endsWith('/');
  if (foldersOnly) glob = glob.slice(0, -1);
  const anchored = glob.includes('/');
  if (glob.startsWith('/')) glob = glob.slice(1);
  if (glob === '') return undefined;
  try {
    const regexp = new RegExp(`^${anchored ? '' : '(?:.*/)?'}${globSource(glob)}$`, 's');
    return { regexp, verdict: kept ? 'kept' : 'ignored', foldersOnly };
  } catch {
    // A set such as `[z-a]`: git takes it for a pattern that matches nothing.
    return undefined;
  }
}
