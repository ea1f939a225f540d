import { dirname, relative, resolve, sep } from 'node:path';
import { UsageError, type Hint, type LocatedProblem, type Report } from '@regmigrate/core';
import { coverOf } from '@regmigrate/scanner';
import type { Arguments } from '../arguments/parse-arguments.ts';
import type { Invocation } from '../invocation.ts';
import { stdinName } from '../search/stdin-name.ts';
import { applyBaseline } from './apply-baseline.ts';
import { readBaseline, writeBaseline } from './baseline-file.ts';
import type { BaselineEntry } from './baseline.ts';
import { parseBaseline, printBaseline } from './parse-baseline.ts';
import { updateBaseline } from './update-baseline.ts';

/**
 * The report with what the baseline holds among what is kept, and what it holds in vain among the problems; after a
 * fix, which has made it stale, among the hints. With `--update-baseline`, the baseline is written first.
 */
export function heedBaseline(report: Report, args: Arguments, { cwd }: Pick<Invocation, 'cwd'>): Report {
  const { baseline: shown } = args;
  if (shown === undefined) return report;
  const path = resolve(cwd, shown);
  const fileOf = (file: string): string => slashed(relative(dirname(path), resolve(cwd, file)));
  const isCovered = coverOfRun(args, cwd);
  const covers = (file: string): boolean =>
    isCovered(slashed(relative(cwd, resolve(dirname(path), file))) || '.');
  const entries = read(path, shown, args);
  if (args.flags.has('update-baseline')) {
    const updated = updateBaseline(report.findings, entries, fileOf, covers);
    writeBaseline(path, printBaseline(updated), shown, cwd);
    return merge(
      report,
      applyBaseline(report.findings, updated, fileOf, () => false),
    );
  }
  // A patch that nobody has applied has made nothing stale.
  const there = report.command === 'diff' ? [...report.findings, ...report.fixed] : report.findings;
  const { stale } = applyBaseline(there, entries, fileOf, covers);
  const merged = merge(report, applyBaseline(report.findings, entries, fileOf, covers));
  if (stale.length === 0) return merged;
  return report.command === 'lint'
    ? {
        ...merged,
        problems: [...merged.problems, ...stale.map((one) => staleProblem(one, shown))].sort(byFile),
      }
    : { ...merged, hints: [...(merged.hints ?? []), staleHint(stale, shown)] };
}

function read(path: string, shown: string, { flags }: Arguments): readonly BaselineEntry[] {
  const text = readBaseline(path, shown);
  if (text !== undefined) return parseBaseline(text, shown);
  if (flags.has('update-baseline')) return [];
  throw new UsageError('baseline-not-found', `There is no baseline ${shown}; --update-baseline writes it.`);
}

function coverOfRun(args: Arguments, cwd: string): (file: string) => boolean {
  const name = stdinName(args);
  return name === undefined ? coverOf(cwd, args.operands) : (file) => file === name;
}

function merge(report: Report, { findings, kept }: ReturnType<typeof applyBaseline>): Report {
  const all = [...report.kept, ...kept].sort((a, b) =>
    a.file === b.file ? a.span.start - b.span.start : a.file < b.file ? -1 : 1,
  );
  return { ...report, findings, kept: all };
}

const byFile = (a: LocatedProblem, b: LocatedProblem): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : 0;

type Stale = ReturnType<typeof applyBaseline>['stale'];

const staleProblem = ({ entry, missing }: Stale[number], shown: string): LocatedProblem => ({
  file: shown,
  code: 'stale-baseline',
  message: `holds ${missing} of ${entry.reference} in ${entry.file} that ${missing === 1 ? 'is' : 'are'} gone; --update-baseline prunes it`,
});

const staleHint = (stale: Stale, file: string): Hint => ({
  file,
  code: 'stale-baseline',
  message: `${stale.reduce((sum, { missing }) => sum + missing, 0)} of its references are gone; prune it with --update-baseline`,
});

const slashed = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path);
