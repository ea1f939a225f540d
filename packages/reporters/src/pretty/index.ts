import type { Report, Reporter } from '@regmigrate/core';
import type { RunView } from '../run-view.ts';
import { groupByFile } from './group-by-file.ts';
import { isPretty } from './is-pretty.ts';
import { createPage } from './page.ts';
import { renderCompanions } from './render-companions.ts';
import { renderEntries } from './render-entries.ts';
import { renderFixed } from './render-fixed.ts';
import { renderHints } from './render-hints.ts';
import { renderProblems } from './render-problems.ts';
import { renderSummary } from './render-summary.ts';

export default {
  id: 'pretty',
  summary: 'For people: grouped by file, with the lines in question',
  render(report: Report, view: RunView) {
    const page = createPage(view);
    const findings = view.quiet
      ? report.findings.filter(({ severity }) => severity === 'error')
      : report.findings;
    const groups = groupByFile(findings, view.verbose ? report.kept : []);
    const fixed = view.quiet ? [] : renderFixed(report, page);
    const sections = [
      fixed,
      view.quiet ? [] : renderCompanions(report, page),
      fixed.length > 0 && groups.length > 0 ? [page.paint.bold('Not rewritten')] : [],
      ...groups.map((group) => renderEntries(group, page)),
      renderProblems(report.problems, page),
      renderSummary(report, page),
      view.quiet ? [] : renderHints(report.hints ?? [], page),
    ];
    return sections
      .filter((lines) => lines.length > 0)
      .map((lines) => `${lines.join('\n')}\n`)
      .join('\n');
  },
  wrote: isPretty,
} satisfies Reporter;
