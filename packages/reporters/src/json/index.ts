import type { Reporter } from '@regmigrate/core';
import { writeReport } from './write-report.ts';

export default {
  id: 'json',
  summary: 'One JSON document, for programs',
  render: (report, view) => [...writeReport(report, view.line)].join(''),
  wrote: (head) => /^\{\n"version": \d+,\n"summary": \{"files":/.test(head),
} satisfies Reporter;
