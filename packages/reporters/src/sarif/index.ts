import type { Report, Reporter } from '@regmigrate/core';
import type { RunView } from '../run-view.ts';
import { escapeControls } from '../text/escape-controls.ts';
import { createLog } from './create-log.ts';

const HEAD =
  /^\{\n "\$schema": "[^"\n]+",\n "version": "[\d.]+",\n "runs": \[\n {2}\{\n {3}"tool": \{\n {4}"driver": \{\n {5}"name": "regmigrate",\n/;

export default {
  id: 'sarif',
  summary: 'SARIF 2.1.0, for code scanning',
  render: (report: Report, view: RunView) =>
    `${escapeControls(JSON.stringify(createLog(report, view), undefined, 1))}\n`,
  wrote: (head) => HEAD.test(head),
} satisfies Reporter;
