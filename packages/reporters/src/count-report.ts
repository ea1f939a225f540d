import type { Report } from '@regmigrate/core';

export interface ReportCounts {
  readonly files: number;
  readonly findings: number;
  readonly safe: number;
  readonly unsafe: number;
  readonly manual: number;
  readonly kept: number;
  readonly fixed: number;
  readonly problems: number;
}

/** The numbers of a run. `findings` are those that remain: what was fixed is counted apart. */
export function countReport(report: Report): ReportCounts {
  const count = { safe: 0, unsafe: 0, manual: 0 };
  for (const finding of report.findings) count[finding.applicability]++;
  return {
    files: report.filesScanned,
    findings: report.findings.length,
    ...count,
    kept: report.kept.length,
    fixed: report.fixed.length,
    problems: report.problems.length,
  };
}
