import { dirname, relative, resolve, sep } from 'node:path';
import { UsageError, type Hint, type LocatedProblem, type Report } from '@regmigrate/core';
import type { Arguments } from '../arguments/parse-arguments.ts';
import type { Invocation } from '../invocation.ts';
import { stdinName } from '../search/stdin-name.ts';
import { applyBaseline, type ShortEntry } from './apply-baseline.ts';
import { readBaseline, writeBaseline } from './baseline-file.ts';
import type { BaselineEntry } from './baseline.ts';
import { judgedFiles } from './judged-files.ts';
import { parseBaseline, printBaseline } from './parse-baseline.ts';
import { updateBaseline } from './update-baseline.ts';

/**
 * The report with what the baseline holds among what is kept, and what it holds in vain among the problems; after a
 * fix, which has made it stale, among the hints. With `--update-baseline`, the baseline is written first.
 */
export async function heedBaseline(
  report: Report,
  args: Arguments,
  { cwd, env }: Pick<Invocation, 'cwd' | 'env'>,
): Promise<Report> {
  const { baseline: shown } = args;
  if (shown === undefined) return report;
  const path = resolve(cwd, shown);
  const fileOf = (file: string): string => slashed(relative(dirname(path), resolve(cwd, file)));
  const displayOf = (file: string): string => slashed(relative(cwd, resolve(dirname(path), file))) || '.';
  const entries = read(path, shown, args);
  const there = stillThere(report, args);
  const { short } = applyBaseline(there, entries, fileOf);
  const doubtful = [...new Set(short.map(({ entry }) => displayOf(entry.file)))];
  const judged = doubtful.length === 0 ? new Set() : await judgedFiles(doubtful, report, args, { cwd, env });
  const isJudged = (file: string): boolean => judged.has(displayOf(file));
  if (args.flags.has('update-baseline')) {
    const updated = updateBaseline(there, entries, fileOf, isJudged);
    writeBaseline(path, printBaseline(updated), shown, cwd);
    return merge(report, applyBaseline(report.findings, updated, fileOf));
  }
  const stale = short.filter(({ entry }) => isJudged(entry.file));
  const merged = merge(report, applyBaseline(report.findings, entries, fileOf));
  if (stale.length === 0) return merged;
  return report.command === 'lint'
    ? {
        ...merged,
        problems: [...merged.problems, ...stale.map((one) => staleProblem(one, shown))].sort(byFile),
      }
    : { ...merged, hints: [...(merged.hints ?? []), staleHint(stale, shown)] };
}

/** What files hold after the run: a patch that nobody has applied, and a text on standard output, change none. */
function stillThere({ command, findings, fixed }: Report, args: Arguments): Report['findings'] {
  return command === 'diff' || stdinName(args) !== undefined ? [...findings, ...fixed] : findings;
}

function read(path: string, shown: string, { flags }: Arguments): readonly BaselineEntry[] {
  const text = readBaseline(path, shown);
  if (text !== undefined) return parseBaseline(text, shown);
  if (flags.has('update-baseline')) return [];
  throw new UsageError('baseline-not-found', `There is no baseline ${shown}; --update-baseline writes it.`);
}

function merge(report: Report, { findings, kept }: ReturnType<typeof applyBaseline>): Report {
  const all = [...report.kept, ...kept].sort((a, b) =>
    a.file === b.file ? a.span.start - b.span.start : a.file < b.file ? -1 : 1,
  );
  return { ...report, findings, kept: all };
}

const byFile = (a: LocatedProblem, b: LocatedProblem): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : 0;

const staleProblem = ({ entry, missing }: ShortEntry, shown: string): LocatedProblem => ({
  file: shown,
  code: 'stale-baseline',
  message: `holds ${missing} of ${entry.reference} in ${entry.file} that ${missing === 1 ? 'is' : 'are'} gone; --update-baseline prunes it`,
});

const staleHint = (stale: readonly ShortEntry[], file: string): Hint => ({
  file,
  code: 'stale-baseline',
  message: `${stale.reduce((sum, { missing }) => sum + missing, 0)} of its references are gone; prune it with --update-baseline`,
});

const slashed = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path);
