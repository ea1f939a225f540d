import type { Report } from '@regmigrate/core';
import { exitCodes } from '../exit-codes.ts';

/** Whether anything is left to do. What is kept on purpose is not; a file that was not read may be. */
export function exitCodeOf({ command, findings, fixed, problems }: Report): number {
  const pending = command === 'diff' ? fixed.length : 0;
  return findings.length + problems.length + pending === 0 ? exitCodes.clean : exitCodes.remains;
}
