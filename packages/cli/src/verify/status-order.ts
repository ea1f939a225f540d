import type { RenderingResult, Status, Verification } from '@regmigrate/verify';

/** The worst last, where a terminal ends. */
export const statusOrder = [
  'proven',
  'unchanged',
  'left',
  'unproven',
  'failed',
] as const satisfies readonly Status[];

/** Whether all is as it should be. */
export function isProof({ results }: Verification): boolean {
  return results.every(({ status }) => status === 'proven' || status === 'unchanged');
}

export function countStatuses(results: readonly RenderingResult[]): Readonly<Record<Status, number>> {
  const counts = { proven: 0, unchanged: 0, left: 0, unproven: 0, failed: 0 };
  for (const { status } of results) counts[status]++;
  return counts;
}
