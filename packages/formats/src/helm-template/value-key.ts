import type { Single, Value } from './value.ts';

const LENGTH_LIMIT = 4000;
const DEPTH_LIMIT = 6;

/** Equal for equal values; undefined for those that are too large to tell, or can still change. */
export function valueKey(value: Value): string | undefined {
  const key = keyOf(value, 0);
  return key !== undefined && key.length <= LENGTH_LIMIT ? key : undefined;
}

function keyOf(value: Value, depth: number): string | undefined {
  if (value.length > 8 || depth > DEPTH_LIMIT) return undefined;
  const keys = value.map(({ is, when }) => {
    const key = singleKey(is, depth);
    return key === undefined ? undefined : key + JSON.stringify(when);
  });
  return keys.includes(undefined) ? undefined : keys.join('|');
}

function singleKey(single: Single, depth: number): string | undefined {
  if (single.kind === 'map') {
    const entries = [...single.entries].map(([name, value]) => {
      const key = keyOf(value, depth + 1);
      return key === undefined ? undefined : `${name}:${key}`;
    });
    return entries.includes(undefined) ? undefined : `{${single.open ?? false} ${entries.join(',')}}`;
  }
  if (single.kind === 'list') {
    const items = single.items.map((item) => keyOf(item, depth + 1));
    return items.includes(undefined) ? undefined : `[${items.join(',')}]`;
  }
  if (single.kind === 'layers') {
    const layers = single.layers.map((layer) => singleKey(layer, depth + 1));
    return layers.includes(undefined) ? undefined : `(${layers.join(',')})`;
  }
  return JSON.stringify(single);
}
