import type { ValuePath } from './difference.ts';
import { isMap } from './read-objects.ts';

export interface DifferingLeaf {
  readonly path: ValuePath;
  readonly before: unknown;
  readonly after: unknown;
}

/** The smallest parts in which two values differ: `1` and `"1"` do, the order of keys does not count. */
export function* differingLeaves(
  before: unknown,
  after: unknown,
  path: ValuePath = [],
): Generator<DifferingLeaf> {
  if (isMap(before) && isMap(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const [a, b] = [own(before, key), own(after, key)];
      yield* differingLeaves(a, b, [...path, key]);
    }
  } else if (Array.isArray(before) && Array.isArray(after)) {
    for (let index = 0; index < Math.max(before.length, after.length); index++)
      yield* differingLeaves(before[index], after[index], [...path, index]);
  } else if (!Object.is(before, after)) yield { path, before, after };
}

const own = (map: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(map, key) ? map[key] : undefined;
