/** Half-open range of characters. */
export type Range = readonly [start: number, end: number];

/** Where two spellings of a reference differ, in whole components: the range in each. */
export function changedPart(before: string, after: string): readonly [Range, Range] {
  const [a, b] = [components(before), components(after)];
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const start = length(a.slice(0, head));
  const end = length(a.slice(a.length - tail));
  return [
    [start, before.length - end],
    [start, after.length - end],
  ];
}

const components = (text: string): string[] => text.split(/(?<=[/:@])|(?=[/:@])/);
const length = (parts: readonly string[]): number => parts.join('').length;
