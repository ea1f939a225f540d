import type { Decision, RetiredReference } from '../model/rule.ts';
import type { Token } from '../model/token.ts';
import { nameOf } from './name-of-target.ts';
import { readsAs } from './reads-as.ts';

/** Why the name that a move writes may not be written; undefined where it is the one that the move says. */
export function doubtOfName(
  text: string,
  token: Token,
  { to }: Extract<Decision, { kind: 'move' }>,
  { next, retired, own }: { readonly next: string; readonly retired: RetiredReference; readonly own: string },
): string | undefined {
  // Where the image stands in a key beside it, or is put behind it elsewhere, what is written here is a folder.
  const isElsewhere = own !== retired.path;
  const isFolder = isElsewhere || text[token.extent.end] === '/';
  const meant = nameOf(isElsewhere ? { ...to, path: own } : to);
  return readsAs(isFolder ? `${next}/${IMAGE}` : next, isFolder ? `${meant}/${IMAGE}` : meant, token)
    ? undefined
    : unreadable(next, meant);
}

export const unreadable = (next: string, meant: string): string =>
  `${next} would not be read as the image ${meant}; write the new name by hand`;

const IMAGE = 'x';
