import type { Report } from '@regmigrate/core';
import { countReport } from '../count-report.ts';
import { count, grouped } from '../text/count.ts';

const FIXED = { lint: 'fixed', fix: 'fixed', diff: 'would be fixed by the patch' } as const;

/** One sentence, and a list of the numbers that are not zero. */
export function tellCounts(report: Report): string {
  const counts = countReport(report);
  const files = count(counts.files, 'file');
  const clean = counts.findings + counts.problems === 0 && !(report.command === 'diff' && counts.fixed > 0);
  const sentence = clean
    ? `${files} searched: nothing left to do.`
    : `${files} searched: ${count(counts.findings, 'reference')} to a retired registry left.`;
  const rows = [
    [counts.fixed, FIXED[report.command]],
    [counts.safe, 'safe: `regmigrate fix` rewrites them'],
    [counts.unsafe, 'unsafe: likely right; `regmigrate fix --unsafe-fixes` rewrites them'],
    [counts.manual, 'manual: a person must'],
    [counts.kept, 'kept: must stay as they are'],
    [counts.problems, 'not read, not understood or not written'],
  ] as const;
  const list = rows.flatMap(([number, text]) => (number === 0 ? [] : [`- **${grouped(number)}** ${text}`]));
  return [sentence, ...(list.length === 0 ? [] : ['']), ...list].join('\n');
}
