import type { Reporter } from '@regmigrate/core';
import { pendingOf } from '../findings/pending-of.ts';
import { homePage } from '../home-page.ts';
import { escapeControls } from '../text/escape-controls.ts';
import { createByteColumns } from './byte-columns.ts';
import { fromFinding, fromKept, fromProblem } from './diagnostic.ts';

export default {
  id: 'rdjson',
  summary: 'Diagnostics with suggestions for reviewdog',
  render(report, view) {
    const byteColumn = createByteColumns(view.line);
    const diagnostics = [
      ...pendingOf(report).map((finding) => fromFinding(finding, view.line, byteColumn)),
      ...(view.verbose ? report.kept : []).map(fromKept),
      ...report.problems.map(fromProblem),
    ];
    const lines = diagnostics.map((diagnostic) => `\n${escapeControls(JSON.stringify(diagnostic))}`);
    const source = JSON.stringify({ name: 'regmigrate', url: homePage });
    return `{"source":${source},"diagnostics":[${lines.join(',')}]}\n`;
  },
  wrote: (head) => head.startsWith('{"source":{"name":"regmigrate",'),
} satisfies Reporter;
