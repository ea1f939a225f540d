import type { Span } from '@regmigrate/core';

/** Whether an offset is in one of these spans, which are in order and do not overlap. */
export function holdsOffset(spans: readonly Span[], offset: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const span = spans[low - 1];
  return span !== undefined && offset < span.end;
}
