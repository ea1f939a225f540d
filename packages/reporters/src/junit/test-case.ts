import type { Finding, Kept, Located, LocatedProblem } from '@regmigrate/core';
import { changeOf } from '../findings/change-of.ts';
import { codeOf } from '../findings/code-of.ts';
import { levelOf } from '../findings/level-of.ts';
import { saidOf } from '../findings/said-of.ts';
import { toPrintable } from '../text/to-printable.ts';

/** One reference as a test. It has passed where there is no outcome. */
export interface TestCase {
  readonly file: string;
  /** Without a line, so that a host knows it again. */
  readonly name: string;
  readonly outcome?: {
    readonly element: 'failure' | 'error' | 'skipped';
    /** Absent for what is skipped. */
    readonly type?: string;
    readonly message: string;
    readonly text: string;
  };
}

/** Every level fails: each is something left to do. The type tells the level. */
export function fromPending(finding: Located<Finding>): TestCase {
  const change = changeOf(finding);
  const said = saidOf(finding);
  const text = `${placeOf(finding)}\n${change}\n${said}`;
  const type = `${levelOf(finding)}: ${finding.applicability}`;
  return {
    file: finding.file,
    name: nameOf(finding),
    outcome: { element: 'failure', type, message: said, text },
  };
}

export function fromKept(kept: Located<Kept>): TestCase {
  const message = toPrintable(kept.reason);
  return { file: kept.file, name: nameOf(kept), outcome: { element: 'skipped', message, text: message } };
}

/** What was not read may hold anything: neither passed nor failed. */
export function fromProblem(problem: LocatedProblem): TestCase {
  const message = toPrintable(problem.message);
  const type = `problem/${problem.code}`;
  const text = `${placeOf(problem)}\n${message}`;
  return { file: problem.file, name: type, outcome: { element: 'error', type, message, text } };
}

function nameOf(mention: Located<Finding> | Located<Kept>): string {
  // The locator of a name in an archive begins with a line.
  const place = mention.member?.path ?? mention.locator;
  const where = place === undefined ? '' : ` at ${place}`;
  return toPrintable(`${codeOf(mention)}: ${mention.old}${where}`);
}

function placeOf({ file, start }: LocatedProblem): string {
  return toPrintable(start === undefined ? file : `${file}:${start.line}:${start.column}`);
}
