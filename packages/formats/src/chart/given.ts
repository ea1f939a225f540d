import type { ValueLookup } from '../helm-template/evaluate-image.ts';
import { nodeAt, scalarAt, type Values } from './values.ts';

/** Values of a chart. `at`: the keys under which they stand, which for a subchart is its key in its parent. */
export interface Layer {
  readonly values: Values;
  readonly at: readonly string[];
}

/** Any text: what a condition asks of a map is only whether it is empty. */
const COLLECTION = '{…}';

/** The values that a chart is rendered with, as far as files tell; the strongest layer first. */
export function given(layers: readonly Layer[]): ValueLookup {
  const lookUp = (values: Values, path: readonly string[]): string | undefined => {
    const hasMore = (nodeAt(values, path)?.children.length ?? 0) > 0;
    return hasMore ? COLLECTION : scalarAt(values, path);
  };
  return (path) => {
    for (const { values, at } of layers) {
      // What a parent says under `global` is said to all its subcharts, and outweighs what it says to one.
      const isGlobal = path[0] === 'global' && at.length > 0;
      const found = (isGlobal ? lookUp(values, path) : undefined) ?? lookUp(values, [...at, ...path]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}
