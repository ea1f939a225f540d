import type { TestCase } from './test-case.ts';

/**
 * The cases with a name for each: hosts take two of one name in a file for one. Without lines in them, names outlive
 * edits above; the first keeps its own.
 */
export function numberNames(cases: readonly TestCase[]): TestCase[] {
  const seen = new Map<string, number>();
  return cases.map((one) => {
    const key = JSON.stringify([one.file, one.name]);
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    return number === 1 ? one : { ...one, name: `${one.name} (${number})` };
  });
}
