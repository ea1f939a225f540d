/** Line numbers, from 1, where whole lines are taken out. */
export interface LineShift {
  /** Where a line stands afterwards that stays. */
  after(line: number): number;
  /** Which line stands there afterwards. */
  before(line: number): number;
}

/** `gone`: the lines that are taken out. */
export function createLineShift(gone: readonly number[] = []): LineShift {
  const sorted = [...new Set(gone)].sort((a, b) => a - b);
  return {
    after: (line) => line - sorted.filter((other) => other < line).length,
    before: (line) => sorted.reduce((at, other) => (other <= at ? at + 1 : at), line),
  };
}
