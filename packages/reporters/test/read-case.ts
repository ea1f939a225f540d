import { readFileSync } from 'node:fs';
import type { Edit, Finding, Kept, Located, LocatedProblem, Report } from '@regmigrate/core';
import type { RunView } from '../src/run-view.ts';

/** A mention as a case writes it: the place is found by looking for `old` (or for `at`) in its line. */
type Short<T> = Omit<Located<T>, 'span' | 'start' | 'end' | 'edits'> & { line: number; at?: string };

interface Case {
  readonly view?: Partial<RunView>;
  readonly sources?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly report: Partial<Omit<Report, 'findings' | 'kept' | 'fixed'>> & {
    readonly findings?: readonly (Short<Finding> & { lines?: readonly number[] })[];
    readonly fixed?: readonly Short<Finding>[];
    readonly kept?: readonly Short<Kept>[];
    readonly problems?: readonly LocatedProblem[];
  };
}

interface Placeable {
  readonly file: string;
  readonly old: string;
  readonly new?: string;
  readonly line: number;
  readonly at?: string;
  readonly applicability?: string;
}

/** Replaces the domain, as most fixes do; nothing where there is nothing to do for a command. */
function editsOf({ old, new: next, applicability }: Placeable, start: number): readonly Edit[] {
  if (next === undefined || applicability === 'manual') return [];
  const [expected = '', text = ''] = [old, next].map((name) => name.split('/')[0]);
  return [{ span: { start, end: start + expected.length }, expected, text }];
}

/** Reads `report.json` of a case of fixtures/reporters. */
export function readCase(file: URL): { readonly report: Report; readonly view: RunView } {
  const { view = {}, sources = {}, report } = JSON.parse(readFileSync(file, 'utf8')) as Case;
  const line = (name: string, number: number): string | undefined => sources[name]?.[String(number)];
  const locate = <T extends Placeable>(entry: T): object => {
    const text = line(entry.file, entry.line);
    const start = Math.max(0, text?.indexOf(entry.at ?? entry.old) ?? 0);
    const offset = entry.line * 10_000 + start;
    return {
      ...entry,
      edits: editsOf(entry, offset),
      span: { start: offset, end: offset + entry.old.length },
      start: { line: entry.line, column: start + 1 },
      end: { line: entry.line, column: start + 1 + entry.old.length },
    };
  };
  const spread = (report.findings ?? []).flatMap((entry) =>
    (entry.lines ?? [entry.line]).map((at) => ({ ...entry, line: at })),
  );
  return {
    report: {
      command: 'lint',
      filesScanned: 1,
      problems: [],
      ...report,
      findings: spread.map(locate) as Located<Finding>[],
      fixed: (report.fixed ?? []).map(locate) as Located<Finding>[],
      kept: (report.kept ?? []).map(locate) as Located<Kept>[],
    },
    view: { color: false, width: 80, verbose: false, unsafeFixes: false, line, ...view },
  };
}
