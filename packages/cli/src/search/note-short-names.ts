import type { Hint } from '@regmigrate/core';
import type { Names } from '../settings/settings.ts';

/** What no search by name can find, told of where it may stand. */
export function noteShortNames({ shortNamed }: Names, [first = '.']: readonly string[]): readonly Hint[] {
  if (!shortNamed) return [];
  const message = `names without a registry, such as nginx or bitnami/redis, mean Docker Hub too and are not searched for by the move from ${shortNamed.from}; regmigrate images lists them`;
  return [{ file: first, code: 'short-names', message }];
}
