import type { Finding } from '@regmigrate/core';

/** What hosts of reports know. An error does not work today, or not for long; a note may be left as it is. */
export type Level = 'error' | 'warning' | 'note';

/** The verdict as hosts know it; the table stands in docs/reporters.md. What is kept is a note. */
export function levelOf({ severity, applicability }: Finding): Level {
  if (severity === 'error') return 'error';
  return applicability === 'unsafe' ? 'note' : 'warning';
}
