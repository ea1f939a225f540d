import { UsageError } from '@regmigrate/core';
import { nameOf, type Path } from '../check/find-fault.ts';

/** A configuration that is nested deeper says nothing that any key takes. */
const DEEPEST = 100;

/**
 * A copy of what a program exports, which no getter or proxy changes any more: texts, numbers, booleans, lists and
 * maps. Anything else would be taken for an empty map, or fail where nobody expects it. `shown`: how messages name the
 * file. Throws what a getter throws.
 */
export function plainData(value: unknown, shown: string, path: Path = []): unknown {
  if (path.length > DEEPEST)
    throw new UsageError('bad-config', `${shown}: ${nameOf(path.slice(0, 3))} is nested too deep.`);
  const kind = kindOf(value);
  if (kind === 'plain') return value;
  if (kind === 'list')
    return Array.from(value as readonly unknown[], (item, index) => plainData(item, shown, [...path, index]));
  if (kind === 'map')
    return Object.fromEntries(
      Object.entries(value as object)
        .filter(([, child]) => child !== undefined)
        .map(([key, child]) => [key, plainData(child, shown, [...path, key])]),
    );
  throw new UsageError(
    'bad-config',
    `${shown}: ${nameOf(path)} must be plain data (texts, numbers, lists and maps), not a ${kind}.`,
  );
}

/** `plain`, `list`, `map`, or what else it is called. */
function kindOf(value: unknown): string {
  if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function')
    return typeof value;
  if (typeof value !== 'object' || value === null) return 'plain';
  if (Array.isArray(value)) return 'list';
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || Object.getPrototypeOf(prototype) === null) return 'map';
  const name = Object.prototype.toString.call(value).slice('[object '.length, -1);
  return name === 'Object' ? 'class instance' : name;
}
