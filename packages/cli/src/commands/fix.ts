import { UsageError, type Companion, type Finding, type Located } from '@regmigrate/core';
import { planFixes } from '@regmigrate/fixer';
import { defaultMaxFileSize, openTree } from '@regmigrate/scanner';
import { renderingFlags } from '../arguments/options.ts';
import type { Arguments } from '../arguments/parse-arguments.ts';
import { exitCodes } from '../exit-codes.ts';
import { carryOut } from '../fix/carry-out.ts';
import { followCharts } from '../fix/follow-charts.ts';
import { settle } from '../fix/settle.ts';
import { createReport } from '../report/create-report.ts';
import { withBaseline } from '../report/with-baseline.ts';
import { exitCodeOf } from '../report/exit-code-of.ts';
import { openReports } from '../report/open-reports.ts';
import { writeReport } from '../report/write-report.ts';
import type { Command } from '../command.ts';
import type { Invocation } from '../invocation.ts';
import { search, type Searched } from '../search/search.ts';
import { stdinName } from '../search/stdin-name.ts';

/** Rewrites files in place, or standard input to standard output; with `--diff`, shows what it would do. */
export const fix: Command = async (args, invocation) => {
  checkVerify(args);
  if (stdinName(args) !== undefined) return (await import('./fix-stdin.ts')).fixStdin(args, invocation);
  const reports = await openReports(args, invocation);
  const diff = args.flags.has('diff');
  const { searched, unused } = await searchUnused(args, invocation);
  const moves = planFixes(searched.files, { unsafe: args.flags.has('unsafe-fixes') });
  const { plan, hints } = await followCharts(moves, unused, args, invocation);
  const outcome = await carryOut(plan, diff, invocation);
  const { files, fixed, problems, proven } = args.flags.has('verify')
    ? await (await import('../fix/prove-fixes.ts')).proveFixes(outcome, args, invocation)
    : { ...outcome, proven: true };

  const done = new Set(files);
  const companions = plan.files.flatMap(
    ({ source, companions: own }) => (done.has(source.path) && own) || [],
  );
  const was = new Set<Located<Finding>>(fixed);
  const left = createReport(diff ? 'diff' : 'fix', searched, {
    fixed,
    findings: searched.files.flatMap(({ analysis }) =>
      analysis.findings.filter((finding) => !was.has(finding)),
    ),
    problems,
    companions,
    hints: fixed.length === 0 ? [] : hints,
  });
  // After a patch that nobody has applied yet, all still stands where it was found.
  const { report: settled, line } = diff
    ? { report: left, line: searched.line }
    : settle(left, searched.line);
  const report = await withBaseline(settled, args, invocation);
  await writeReport(report, {
    reports,
    args,
    invocation,
    output: diff ? invocation.stderr : invocation.stdout,
    line,
  });
  if (args.flags.has('exit-zero')) return exitCodes.clean;
  return proven ? exitCodeOf(report) : exitCodes.remains;
};

/** What is to be searched, and the suppressions without use that the user wants to be rid of. */
async function searchUnused(
  args: Arguments,
  invocation: Invocation,
): Promise<{ readonly searched: Searched; readonly unused: readonly Companion[] }> {
  const searched = await search(args, invocation);
  if (!args.flags.has('remove-unused-suppressions')) return { searched, unused: [] };
  const { removeUnused } = await import('../fix/remove-unused.ts');
  const { cwd } = invocation;
  const tree = openTree({ cwd, paths: args.operands, maxFileSize: args.maxFileSize ?? defaultMaxFileSize });
  const { files, companions } = removeUnused(searched.files, tree);
  return { searched: { ...searched, files }, unused: companions };
}

/** What only a rendering uses means nothing without one, and what was not written cannot be rendered. */
function checkVerify(args: Arguments): void {
  const { flags } = args;
  if (flags.has('verify')) {
    const other = flags.has('diff') ? '--diff' : stdinName(args) === undefined ? undefined : 'standard input';
    if (other === undefined) return;
    throw new UsageError(
      'verify-unwritten',
      `--verify needs files that are written, so it excludes ${other}.`,
    );
  }
  const lost = renderingFlags.find((flag) => flags.has(flag));
  if (lost !== undefined)
    throw new UsageError('verify-missing', `The option --${lost} of fix has a meaning only with --verify.`);
}
