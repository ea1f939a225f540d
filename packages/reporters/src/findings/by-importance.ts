import type { Finding } from '@regmigrate/core';
import { levelOf } from './level-of.ts';

const LEVELS = { error: 0, warning: 1, note: 2 } as const;
const VERDICTS = { manual: 0, safe: 1, unsafe: 2 } as const;

/**
 * The worst first, for hosts that show only so many; among equals what needs a person comes before what a
 * command does, and the order of files stays.
 */
export function byImportance<T extends Finding>(findings: readonly T[]): T[] {
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

function rank(finding: Finding): number {
  return 3 * LEVELS[levelOf(finding)] + VERDICTS[finding.applicability];
}
