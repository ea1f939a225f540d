import { parseGlob, type Component, type Piece } from './parse-glob.ts';

/**
 * Whether a path matches one of the globs, or lies in a folder that does. `*`, `?` and `[a-z]` stay within a
 * component, `**` spans components, `{a,b}` are choices; a glob without a slash is meant in every folder.
 *
 * Matched by hand, without a regular expression: the time is at most the length of the path times that of the
 * glob, whatever the glob is.
 */
export function compileGlobs(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.flatMap(parseGlob);
  return (path) => {
    const components = path.split('/').map((component) => [...component]);
    return patterns.some((pattern) => matches(pattern, components));
  };
}

/** A whole path, or the folders that it begins with. */
function matches(pattern: readonly Component[], path: readonly (readonly string[])[]): boolean {
  return walk(
    pattern.length,
    path.length,
    (at) => pattern[at] === undefined,
    (at, index) => matchesComponent(pattern[at] ?? [], path[index] ?? []),
    true,
  );
}

function matchesComponent(pieces: readonly Piece[], characters: readonly string[]): boolean {
  return walk(
    pieces.length,
    characters.length,
    (at) => pieces[at] === 'star',
    (at, index) => {
      const piece = pieces[at];
      return typeof piece === 'function' && piece(characters[index] ?? '');
    },
    false,
  );
}

/**
 * Matches pieces, some of them wild, with the parts of a text. To go back further than to the last wild piece
 * would not help: what an earlier one could take, the last one takes too.
 */
function walk(
  pieces: number,
  parts: number,
  isWild: (piece: number) => boolean,
  fits: (piece: number, part: number) => boolean,
  mayEndEarly: boolean,
): boolean {
  let [piece, part] = [0, 0];
  let back: { readonly piece: number; part: number } | undefined;
  for (;;) {
    if (piece === pieces && (mayEndEarly || part === parts)) return true;
    if (piece < pieces && isWild(piece)) {
      back = { piece: ++piece, part };
      // At the end of a path, `**` stands for what is in the folder, not for the folder itself.
      if (piece === pieces && mayEndEarly) return part < parts;
      continue;
    }
    if (piece < pieces && part < parts && fits(piece, part)) {
      piece++;
      part++;
      continue;
    }
    if (!back || back.part >= parts) return false;
    piece = back.piece;
    part = ++back.part;
  }
}
