import type { Report } from '@regmigrate/core';
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
    const times = Math.max(...folds.map(({ others }) => String(others.length + 1).length));
    const margin = times + 5;
    for (const { first, others } of folds) {
      const number =
        others.length === 0 ? ' '.repeat(times + 1) : `${String(others.length + 1).padStart(times)}×`;
      const [change = '', ...more] = renderChange(first, width - margin - 2, page);
      lines.push(`  ${paint.dim(number)}  ${change}`);
      for (const line of more) lines.push(' '.repeat(margin) + line);
    }
  }
  return lines;
}
