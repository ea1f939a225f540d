import type { Finding, Kept, Located, LocatedProblem, Reporter } from '@regmigrate/core';
import { changeOf } from '../findings/change-of.ts';
import { codeOf } from '../findings/code-of.ts';
import { fingerprintsOf, fingerprintsOfProblems } from '../findings/fingerprints-of.ts';
import { levelOf } from '../findings/level-of.ts';
import { pendingOf } from '../findings/pending-of.ts';
import { saidOf } from '../findings/said-of.ts';
import { escapeControls } from '../text/escape-controls.ts';
import { showBytes } from '../text/show-bytes.ts';
import { toPrintable } from '../text/to-printable.ts';

const SEVERITIES = { error: 'critical', warning: 'major', note: 'minor' } as const;

const HEAD = /^\[\n\{"description":"[^\n]*","check_name":"[^"\n]+","fingerprint":"[0-9a-f]{32}",/;

export default {
  id: 'gitlab',
  summary: 'Code Quality report of GitLab',
  render(report, view) {
    const findings = pendingOf(report);
    const mentions = [...findings, ...(view.verbose ? report.kept : [])];
    const prints = fingerprintsOf(mentions);
    const ofProblems = fingerprintsOfProblems(report.problems);
    const entries = [
      ...mentions.map((mention, index) => fromMention(mention, prints[index] ?? '')),
      ...report.problems.map((problem, index) => fromProblem(problem, ofProblems[index] ?? '')),
    ];
    const lines = entries.map((entry) => escapeControls(JSON.stringify(entry)));
    return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`;
  },
  wrote: (head) => head === '[]\n' || HEAD.test(head),
} satisfies Reporter;

function fromMention(mention: Located<Finding> | Located<Kept>, fingerprint: string): object {
  return {
    description: `${changeOf(mention)}: ${saidOf(mention)}`,
    check_name: codeOf(mention),
    fingerprint,
    severity: 'severity' in mention ? SEVERITIES[levelOf(mention)] : 'info',
    location: location(mention.file, mention.start.line, mention.end.line),
  };
}

function fromProblem({ file, code, message, start }: LocatedProblem, fingerprint: string): object {
  const line = start?.line ?? 1;
  return {
    description: toPrintable(message),
    check_name: `problem/${code}`,
    fingerprint,
    severity: SEVERITIES.warning,
    location: location(file, line, line),
  };
}

/** GitLab wants a line for everything. */
function location(file: string, begin: number, end: number): object {
  return { path: showBytes(file), lines: { begin, end } };
}
