import type { Parameters } from 'fast-check';

const number = (name: string): number | undefined =>
  process.env[name] === undefined ? undefined : Number(process.env[name]);

/** `FUZZ_RUNS=100000` digs deeper; `FUZZ_SEED` repeats a run, whose seed a failure prints. */
export function fuzzOptions<T>(runs: number): Parameters<T> {
  const seed = number('FUZZ_SEED');
  return { numRuns: number('FUZZ_RUNS') ?? runs, ...(seed !== undefined && { seed }) };
}
