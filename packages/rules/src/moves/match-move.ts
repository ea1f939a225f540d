import type { Move } from './move.ts';

interface Matched {
  readonly move: Move;
  /** Where it goes, with wildcards filled in; the rest of the path follows it. */
  readonly to: string;
}

/** The move whose name was found. `name` is lower case; the moves are in the order in which they are searched for. */
export function matchMove(sorted: readonly Move[], name: string): Matched {
  for (const move of sorted) {
    const from = move.from.toLowerCase().replace(/\/+$/, '');
    const pattern = from.split('*').map(escapeRegExp).join('([a-z0-9-]*)');
    const match = new RegExp(`^${pattern}$`).exec(name);
    // A wildcard of the path is the last one; that of the registry has no place in `to`.
    if (match) return { move, to: move.to.replace(/\/+$/, '').replace('*', match.at(-1) ?? '') };
  }
  throw new Error(`no move is named ${name}`);
}

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
