import { scalarAt, type Values } from '@regmigrate/formats';
import type { SubchartValue } from './override-advice.ts';

/** The value with the ways to it at which the parent's values do not set it; empty where they set it everywhere. */
export function whereUnset(value: SubchartValue, parent: Values): readonly SubchartValue[] {
  const path = Array.from(
    value.path.matchAll(/\["([^"]+)"\]|([^.[\]]+)/g),
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
  const isSet = (key: string): boolean =>
    scalarAt(parent, path[0] === 'global' ? path : [...key.split('.'), ...path]) !== undefined;
  const keys = value.keys.filter((key) => !isSet(key));
  return keys.length === 0 ? [] : [{ ...value, keys }];
}
