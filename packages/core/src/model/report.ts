import type { Companion, Hint } from './companion.ts';
import type { FileProblem, Finding, Kept } from './finding.ts';
import type { Position } from '../text/line-index.ts';

/** A finding or kept mention with its place as people count, and the line it stands on. */
export type Located<T> = T & { readonly start: Position; readonly end: Position };

export interface LocatedProblem extends FileProblem {
  readonly start?: Position;
}

/** The result of one run, sorted by file and offset. Reporters turn it into text. */
export interface Report {
  readonly command: 'lint' | 'fix' | 'diff';
  /** Files that were looked at, whether they held a retired name or not. */
  readonly filesScanned: number;
  readonly findings: readonly Located<Finding>[];
  readonly kept: readonly Located<Kept>[];
  /** What a `fix` run wrote, as it was before; empty in `lint`. */
  readonly fixed: readonly Located<Finding>[];
  readonly problems: readonly LocatedProblem[];
  /** What a `fix` run changed beside references; no findings, and not counted with them. */
  readonly companions?: readonly Companion[];
  /** What the changes of a `fix` run ask of people. */
  readonly hints?: readonly Hint[];
}

/** What a reporter may know of the place it writes for. */
export interface View {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** The text of a line (from 1) of a file that the report names; undefined where it is not at hand. */
  readonly line: (file: string, line: number) => string | undefined;
  /** Lists kept mentions too. */
  readonly verbose: boolean;
  readonly unsafeFixes: boolean;
}

export interface Reporter {
  readonly id: string;
  readonly summary: string;
  /** Text in, text out: no console, no colour detection, no clock. Ends with a newline unless empty. */
  render(report: Report, view: View): string;
  /** Whether a text begins as those of `render` do, and as hardly another one: what it stands in may be replaced. */
  wrote(head: string): boolean;
}
