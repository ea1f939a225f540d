import type { Report } from '@regmigrate/core';
import type { RunView } from '../run-view.ts';
import { fillTables, type Bound } from './fill-tables.ts';
import { tablesOf } from './tables-of.ts';
import { tellCounts } from './tell-counts.ts';

/** A heading, the counts, and tables of what is left, as much of them as the bound allows. */
export function renderMarkdown(report: Report, view: RunView, bound: Bound): string {
  const lead = `## regmigrate\n\n${tellCounts(report)}\n`;
  return lead + fillTables(tablesOf(report, view), { ...bound, most: bound.most - bound.measure(lead) });
}

/** Whether a text begins as those of `renderMarkdown` do. */
export const isRendered = (head: string): boolean => /^## regmigrate\n\n[\d,]+ files? searched: /.test(head);
