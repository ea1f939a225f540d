import type { ContextId, SourceFile, Token } from '@regmigrate/core';
import { objectOf, valueOf } from '../locator.ts';
import { childOf, type OutlineNode } from '../outline.ts';

/** Which scalars or collections a tool's documentation speaks of. */
export interface Where {
  /** The `kind` of the object around; any, or none, if absent. */
  readonly kind?: RegExp;
  /** Its `apiVersion`. */
  readonly group?: RegExp;
  /** The path of the file, where files have no `kind`. */
  readonly file?: RegExp;
  /** The keys from the object to the node, with spaces between; `*` is one key or item, `**` any number. */
  readonly keys: string;
}

/** What a name in such a scalar is; undefined where it is what any value is. */
export interface Shape extends Where {
  readonly is: ContextId | ((at: NameInScalar) => ContextId | undefined);
}

export interface NameInScalar {
  readonly text: string;
  readonly node: OutlineNode;
  readonly token: Token;
  /** The value of a key beside the scalar. */
  readonly beside: (key: string) => string | undefined;
}

/** Settings of a chart: items `{ name, value }` of a list, or entries of a map with paths for keys. */
export interface SettingsShape extends Where {
  readonly as: 'list' | 'map';
}

export function isAt(file: SourceFile, node: OutlineNode, { kind, group, file: path, keys }: Where): boolean {
  if (path && !path.test(file.path)) return false;
  const object = objectOf(node);
  const says = (key: string, pattern: RegExp): boolean =>
    pattern.test(valueOf(file.text, childOf(object, key)) ?? '');
  if ((kind && !says('kind', kind)) || (group && !says('apiVersion', group))) return false;
  return matchesKeys(keys.split(' '), keysBelow(object, node));
}

function keysBelow(object: OutlineNode | undefined, node: OutlineNode): readonly string[] {
  const keys: string[] = [];
  for (let at = node; at.parent && at !== object; at = at.parent) keys.unshift(at.key ?? String(at.index));
  return keys;
}

function matchesKeys([first, ...rest]: readonly string[], keys: readonly string[]): boolean {
  if (first === undefined) return keys.length === 0;
  if (first === '**') return keys.some((_, at) => matchesKeys(rest, keys.slice(at))) || rest.length === 0;
  return keys.length > 0 && (first === '*' || first === keys[0]) && matchesKeys(rest, keys.slice(1));
}
