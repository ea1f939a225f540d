import type { Finding, Located } from '@regmigrate/core';
import { planFixes } from '@regmigrate/fixer';
import { exitCodes } from '../exit-codes.ts';
import { carryOut } from '../fix/carry-out.ts';
import { settle } from '../fix/settle.ts';
import { createReport } from '../report/create-report.ts';
import { exitCodeOf } from '../report/exit-code-of.ts';
import { pickReporter } from '../report/pick-reporter.ts';
import { writeReport } from '../report/write-report.ts';
import type { Command } from '../command.ts';
import { search } from '../search/search.ts';
import { stdinName } from '../search/stdin-name.ts';

/** Rewrites files in place, or standard input to standard output; with `--diff`, shows what it would do. */
export const fix: Command = async (args, invocation) => {
  if (stdinName(args) !== undefined) return (await import('./fix-stdin.ts')).fixStdin(args, invocation);
  const reporter = pickReporter(args.format);
  const diff = args.flags.has('diff');
  const searched = await search(args, invocation);
  const plan = planFixes(searched.files, { unsafe: args.flags.has('unsafe-fixes') });
  const { files, problems } = await carryOut(plan, diff, invocation);

  const done = new Set(files);
  const fixed = plan.files.flatMap(({ source, findings }) => (done.has(source.path) ? findings : []));
  const was = new Set<Located<Finding>>(fixed);
  const left = createReport(diff ? 'diff' : 'fix', searched, {
    fixed,
    findings: searched.files.flatMap(({ analysis }) =>
      analysis.findings.filter((finding) => !was.has(finding)),
    ),
    problems,
  });
  // After a patch that nobody has applied yet, all still stands where it was found.
  const { report, line } = diff ? { report: left, line: searched.line } : settle(left, searched.line);
  writeReport(report, {
    reporter,
    args,
    invocation,
    output: diff ? invocation.stderr : invocation.stdout,
    line,
  });
  return args.flags.has('exit-zero') ? exitCodes.clean : exitCodeOf(report);
};
