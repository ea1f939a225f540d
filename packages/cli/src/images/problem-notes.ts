import type { LocatedProblem } from '@regmigrate/core';
import { toPrintable } from '@regmigrate/reporters';

/** What was not read, one line each. */
export function problemNotes(problems: readonly LocatedProblem[]): string {
  return problems.map(({ file, message }) => `regmigrate: ${toPrintable(`${file} ${message}`)}\n`).join('');
}
