import type { Finding, Located, Report } from '@regmigrate/core';

/** What is left to do, by file and place. With `--diff` nothing has been done, so what the patch does is left too. */
export function pendingOf({ command, findings, fixed }: Report): readonly Located<Finding>[] {
  if (command !== 'diff' || fixed.length === 0) return findings;
  return [...fixed, ...findings].sort((a, b) =>
    a.file === b.file ? a.span.start - b.span.start : a.file < b.file ? -1 : 1,
  );
}
