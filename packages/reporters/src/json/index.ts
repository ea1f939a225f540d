import type { Reporter } from '@regmigrate/core';
import { writeReport } from './write-report.ts';

export default {
  id: 'json',
  summary: 'One JSON document, for programs',
  render: (report) => [...writeReport(report)].join(''),
} satisfies Reporter;
