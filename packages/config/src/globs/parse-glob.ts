/** One component of a path, as its characters; `undefined` stands for `**`, any number of components. */
export type Component = readonly Piece[] | undefined;
/** A test for one character; `star` for any run of them. */
export type Piece = 'star' | ((character: string) => boolean);

/** Choices in braces that one glob may have; each is matched on its own. */
const MOST_CHOICES = 256;
const LONGEST = 1000;

/** Why a glob cannot be used, in words that follow “the glob …”. */
export class GlobError extends Error {}

/** The paths that a glob stands for, one for each choice in its braces. */
export function parseGlob(glob: string): readonly (readonly Component[])[] {
  if (glob.length > LONGEST) throw new GlobError(`is longer than ${LONGEST} characters`);
  if (glob.startsWith('!'))
    throw new GlobError('begins with !: what shall be searched cannot be listed here');
  const plain = glob
    .replace(/^\.\//, '')
    .replace(/\/+$/, '')
    .replaceAll(/\/{2,}/g, '/');
  if (plain === '' || plain === '.') throw new GlobError('names no file');
  if (/(?:^|\/)\.\.(?:\/|$)/.test(plain)) throw new GlobError('leads out of the folder');
  // As in .gitignore: a name without a slash is meant wherever it stands.
  const anchored = plain.includes('/') ? plain.replace(/^\//, '') : `**/${plain}`;
  return expand([anchored]).map((path) => path.split('/').map(readComponent));
}

/** Spells out `{a,b}`, the innermost first. */
function expand(globs: readonly string[]): readonly string[] {
  if (globs.length > MOST_CHOICES) throw new GlobError(`has more than ${MOST_CHOICES} choices in its braces`);
  const next = globs.flatMap((glob) => {
    const match = /\{([^{}]*,[^{}]*)\}/.exec(glob);
    if (!match) return [glob];
    const [before, after] = [glob.slice(0, match.index), glob.slice(match.index + match[0].length)];
    return (match[1] ?? '').split(',').map((choice) => before + choice + after);
  });
  return next.length === globs.length && next.every((glob, index) => glob === globs[index])
    ? next
    : expand(next);
}

function readComponent(text: string): Component {
  if (text === '**') return undefined;
  const pieces: Piece[] = [];
  for (const [part = ''] of text.matchAll(/\*+|\[[!^]?[^\]]+\]|\\.|[^]/gu)) pieces.push(readPiece(part));
  return pieces;
}

function readPiece(part: string): Piece {
  if (part.startsWith('*')) return 'star';
  if (part === '?') return () => true;
  const literal = part.startsWith('\\') && part.length > 1 ? part.slice(1) : part;
  if (!part.startsWith('[') || part.length === 1) return (character) => character === literal;
  const negated = /^\[[!^]/.test(part);
  const members = part.slice(negated ? 2 : 1, -1);
  const ranges = [...members.matchAll(/([^])-([^])|([^])/gu)].map(([, from, to, one]) => [
    from ?? one ?? '',
    to ?? one ?? '',
  ]);
  return (character) =>
    negated !== ranges.some(([from = '', to = '']) => from <= character && character <= to);
}
