import type { Finding, Kept, Located, LocatedProblem, Reporter } from '@regmigrate/core';
import { linesOf } from '../text/lines-of.ts';
import { toPrintable } from '../text/to-printable.ts';

/** What stands behind the place of a line, and behind the change that some of them tell. */
const LINES: readonly (readonly [kind: RegExp, state: RegExp])[] = [
  [
    /:(?:\d+:\d+:)? (?:warning|error|kept) [\w-]+\/[\w-]+ /,
    / \[(?:fixed|would fix|safe|unsafe|manual|keep)\] /,
  ],
  [/:(?:\d+:\d+:)? (?:chart-version|version-badge|dependency-version) /, / \[(?:would change|changed)\] /],
  [/:(?:\d+:\d+:)? (?:problem|hint) [a-z-]+ /, /^/],
];

export default {
  id: 'concise',
  summary: 'One line a finding, for searching and for editors',
  render(report, view) {
    const lines = [
      ...report.fixed.map((finding) =>
        findingLine(finding, report.command === 'diff' ? 'would fix' : 'fixed'),
      ),
      ...(report.companions ?? []).map(({ file, start, kind, old, new: next, why }) => {
        const state = report.command === 'diff' ? 'would change' : 'changed';
        const change = next === '' ? old : `${old} -> ${next}`;
        return `${place(file, start)} ${kind} ${change} [${state}] ${why}`;
      }),
      ...report.findings.map((finding) => findingLine(finding, finding.applicability)),
      ...(view.verbose ? report.kept : []).map(
        (kept) =>
          `${place(kept.file, kept.start)} kept ${name(kept)} ${kept.old} [keep] ${inMember(kept)}${kept.reason}`,
      ),
      ...report.problems.map(problemLine),
      ...(report.hints ?? []).map(
        ({ file, code, message }) => `${place(file, undefined)} hint ${code} ${message}`,
      ),
    ];
    return lines.map((line) => `${toPrintable(line)}\n`).join('');
  },
  wrote: (head) =>
    linesOf(head).every((line) => LINES.some(([kind, state]) => kind.test(line) && state.test(line))),
} satisfies Reporter;

function findingLine(finding: Located<Finding>, state: string): string {
  const change = finding.new === undefined ? finding.old : `${finding.old} -> ${finding.new}`;
  const reason =
    finding.reason === undefined || finding.reason === finding.message ? '' : ` (${finding.reason})`;
  const where = place(finding.file, finding.start);
  const said = `${inMember(finding)}${finding.message}${reason}`;
  return `${where} ${finding.severity} ${name(finding)} ${change} [${state}] ${said}`;
}

function problemLine(problem: LocatedProblem): string {
  return `${place(problem.file, problem.start)} problem ${problem.code} ${problem.message}`;
}

/** The place in an archive, which no editor can go to. */
function inMember({ member, locator }: Located<Finding | Kept>): string {
  return member === undefined ? '' : `${locator ?? member.path}: `;
}

function name({ rule, code }: { readonly rule: string; readonly code: string }): string {
  return `${rule}/${code}`;
}

function place(file: string, start: { readonly line: number; readonly column: number } | undefined): string {
  return start === undefined ? `${file}:` : `${file}:${start.line}:${start.column}:`;
}
