import type { Finding, Located, Reporter } from '@regmigrate/core';
import { byImportance } from '../findings/by-importance.ts';
import { changeOf } from '../findings/change-of.ts';
import { codeOf } from '../findings/code-of.ts';
import { levelOf } from '../findings/level-of.ts';
import { pendingOf } from '../findings/pending-of.ts';
import { saidOf } from '../findings/said-of.ts';
import { linesOf } from '../text/lines-of.ts';
import { toPrintable } from '../text/to-printable.ts';
import { printCommand, type Command } from './print-command.ts';
import { tellRest } from './tell-rest.ts';

/** What GitHub shows of each kind for one step; the rest it drops without a word. */
const MOST = 10;

const COMMAND = /^::(?:error|warning|notice) (?:[^\n]*,)?title=(?:regmigrate|[\w-]+\/[\w-]+)::/;

export default {
  id: 'github',
  summary: 'Annotations of GitHub Actions',
  render(report, view) {
    const commands = [
      ...byImportance(pendingOf(report)).map(fromFinding),
      ...report.problems.map(({ file, code, message, start }): Command => ({
        kind: 'warning',
        place: { file, ...(start && { line: start.line, col: start.column }) },
        title: `problem/${code}`,
        message: toPrintable(message),
      })),
      ...(view.verbose ? report.kept : []).map((kept): Command => ({
        kind: 'notice',
        place: { file: kept.file, line: kept.start.line },
        title: codeOf(kept),
        message: `${changeOf(kept)}\n${saidOf(kept)}`,
      })),
    ];
    return choose(commands)
      .map((command) => `${printCommand(command)}\n`)
      .join('');
  },
  wrote: (head) => linesOf(head).every((line) => COMMAND.test(line)),
} satisfies Reporter;

function fromFinding(finding: Located<Finding>): Command {
  const { file, start, end, member } = finding;
  const level = levelOf(finding);
  return {
    kind: level === 'note' ? 'notice' : level,
    place: {
      file,
      line: start.line,
      // GitHub takes columns only for a place within one line; a packed file has none.
      ...(member === undefined && { endLine: end.line, col: start.column, endColumn: end.column }),
    },
    title: codeOf(finding),
    message: `${changeOf(finding)}\n${saidOf(finding)}`,
  };
}

/** As many as are shown. What tells the rest is a notice, and takes the place of one. */
function choose(commands: readonly Command[]): readonly Command[] {
  const take = (notices: number): Command[] => {
    const room = { error: MOST, warning: MOST, notice: notices };
    return commands.filter(({ kind }) => room[kind]-- > 0);
  };
  const all = take(MOST);
  if (all.length === commands.length) return all;
  const some = take(MOST - 1);
  const shown = new Set(some);
  return [
    ...some,
    tellRest(
      commands.filter((command) => !shown.has(command)),
      MOST,
    ),
  ];
}
