import type { Report } from '@regmigrate/core';
import { largest } from '../text/largest.ts';
import { toPrintable } from '../text/to-printable.ts';
import { count } from '../text/count.ts';
import { foldEntries } from './fold-entries.ts';
import { groupByFile } from './group-by-file.ts';
import type { Page } from './page.ts';
import { renderChange } from './render-change.ts';

/** What was rewritten, short: one line for each change that a file saw, however often. */
export function renderFixed(report: Report, page: Page): string[] {
  const groups = groupByFile(report.fixed, []);
  if (groups.length === 0) return [];
  const { paint, width } = page;
  const verb = report.command === 'diff' ? 'Would rewrite' : 'Rewrote';
  const total = `${verb} ${count(report.fixed.length, 'reference')} in ${count(groups.length, 'file')}`;
  const lines = [paint.bold(total)];
  for (const { file, entries } of groups) {
    lines.push('', toPrintable(file));
    const folds = foldEntries(entries, 1);
    const most = largest(folds.map(({ others }) => others.length + 1));
    // A column of its own for how often, if anything occurs more than once.
    const times = most > 1 ? String(most).length + 1 : 0;
    const margin = times === 0 ? 2 : times + 4;
    for (const { first, others } of folds) {
      const often = others.length === 0 ? '' : `${others.length + 1}×`;
      const [change = '', ...more] = renderChange(first, width - margin - 2, page);
      lines.push(times === 0 ? `  ${change}` : `  ${paint.dim(often.padStart(times))}  ${change}`);
      for (const line of more) lines.push(' '.repeat(margin) + line);
    }
  }
  return lines;
}
