import type { Report, Reporter } from '@regmigrate/core';
import type { RunView } from '../run-view.ts';
import { escapeControls } from '../text/escape-controls.ts';
import { createLog } from './create-log.ts';

export default {
  id: 'sarif',
  summary: 'SARIF 2.1.0, for code scanning',
  render: (report: Report, view: RunView) =>
    `${escapeControls(JSON.stringify(createLog(report, view), undefined, 1))}\n`,
} satisfies Reporter;
