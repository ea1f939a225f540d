import type { Single, Value } from './value.ts';

const SIZE_LIMIT = 200;

/** Equal for equal values; undefined for those that are too large to tell. */
export function valueKey(value: Value): string | undefined {
  let left = SIZE_LIMIT;
  const keyOf = (inner: Value): string =>
    inner.map(({ is, when }) => (--left < 0 ? '' : singleKey(is) + JSON.stringify(when))).join('|');
  const singleKey = (single: Single): string => {
    if (--left < 0) return '';
    if (single.kind === 'list') return `[${single.items.map(keyOf).join(',')}]`;
    if (single.kind === 'layers') return `(${single.layers.map(singleKey).join(',')})`;
    if (single.kind !== 'map') return JSON.stringify(single);
    const entries = [...single.entries].map(([name, entry]) => `${name}:${keyOf(entry)}`);
    return `{${single.open ?? false} ${entries.join(',')}}`;
  };
  const key = keyOf(value);
  return left < 0 ? undefined : key;
}
