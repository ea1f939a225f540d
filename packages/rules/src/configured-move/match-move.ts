import type { RetiredReference } from '@regmigrate/core';
import type { SoughtName } from './sought-name.ts';

interface Matched {
  readonly sought: SoughtName;
  /** Where it goes, with wildcards filled in; the rest of the path follows it. */
  readonly to: string;
}

/** The name that was found. `name` is lower case; those sought are in the order in which they are searched for. */
export function matchMove(
  sorted: readonly SoughtName[],
  { name, path }: Pick<RetiredReference, 'name' | 'path'>,
): Matched {
  for (const sought of sorted) {
    if (!fits(sought, path)) continue;
    const match = expressionOf(sought).exec(name);
    // A wildcard of the path is the last one; that of the registry has no place in `to`.
    if (match) return { sought, to: sought.move.to.replace('*', match.at(-1) ?? '') };
  }
  throw new Error(`no move is named ${name}`);
}

/** Of one name there may be two: for a path of one component behind it, and for all others. */
function fits({ components, except }: SoughtName, path: string): boolean {
  return components !== 1 || (path !== '' && !path.includes('/') && !except.includes(path));
}

function expressionOf({ from }: SoughtName): RegExp {
  const slash = from.indexOf('/');
  const [domain, path] = slash < 0 ? [from, ''] : [from.slice(0, slash), from.slice(slash)];
  return new RegExp(`^${filled(domain, '([a-z0-9-]*)')}${filled(path, '([a-z0-9._-]+)')}$`);
}

const filled = (text: string, wildcard: string): string => text.split('*').map(escapeRegExp).join(wildcard);

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
