import type { Comparison } from './compare-renderings.ts';
import { printPath, type Difference } from './difference.ts';

/**
 * Takes out what differs between two renderings of one and the same state: random values, dates, certificates.
 * `unexplained` are differences to the state after it.
 */
export function withoutRandom(
  unexplained: readonly Difference[],
  sameState: Comparison,
): readonly Difference[] {
  const random = new Set(sameState.differences.map(placeOf));
  // Objects with random names come and go in equal numbers.
  const gone = new Map<string, number>();
  const rest = unexplained.filter((difference) => {
    if (!random.has(placeOf(difference))) return true;
    if (isGone(difference)) gone.set(difference.kind, (gone.get(difference.kind) ?? 0) + 1);
    return false;
  });
  return rest.filter((difference) => {
    const left =
      difference.path.length === 0 && difference.before === undefined ? gone.get(difference.kind) : 0;
    if (!left) return true;
    gone.set(difference.kind, left - 1);
    return false;
  });
}

const isGone = ({ path, after }: Difference): boolean => path.length === 0 && after === undefined;

const placeOf = ({ key, path }: Difference): string => `${key} ${printPath(path)}`;
