import type { Edit } from '@regmigrate/core';

/** How far edits move what stands at an offset. */
export type Shift = (offset: number) => number;

export function createShift(edits: readonly Edit[]): Shift {
  // Two findings may share an edit, which is made once.
  const unique = new Map(edits.map((edit) => [edit.span.start, edit]));
  const sorted = [...unique.values()].sort((a, b) => a.span.start - b.span.start);
  let sum = 0;
  const sums = sorted.map(({ text, expected }) => (sum += text.length - expected.length));
  return (offset) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.span.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return sums[low - 1] ?? 0;
  };
}
