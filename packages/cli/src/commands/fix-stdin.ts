import { applyEdits, UsageError, type Finding } from '@regmigrate/core';
import { encode } from '@regmigrate/scanner';
import { exitCodes } from '../exit-codes.ts';
import { createReport } from '../report/create-report.ts';
import { withBaseline } from '../report/with-baseline.ts';
import { exitCodeOf } from '../report/exit-code-of.ts';
import { openReports } from '../report/open-reports.ts';
import { writeReport } from '../report/write-report.ts';
import type { Command } from '../command.ts';
import { search } from '../search/search.ts';

/** Standard input, rewritten, to standard output; the report to standard error. */
export const fixStdin: Command = async (args, invocation) => {
  if (args.flags.has('diff'))
    throw new UsageError(
      'diff-of-stdin',
      'A patch needs a file to apply to: --diff cannot be used with standard input.',
    );
  if (args.bumpChart !== undefined)
    throw new UsageError('bump-of-stdin', 'Standard input is no chart: --bump-chart needs files.');
  const reports = await openReports(args, invocation);
  const searched = await search(args, invocation);
  const { stdin, files } = searched;
  const found = files.flatMap(({ analysis }) => analysis.findings);
  const wanted = (finding: Finding): boolean =>
    finding.applicability === 'safe' ||
    (finding.applicability === 'unsafe' && args.flags.has('unsafe-fixes'));
  const [fixed, findings] = [found.filter(wanted), found.filter((finding) => !wanted(finding))];
  if (stdin) {
    const applied = applyEdits(
      stdin.file.text,
      fixed.flatMap(({ edits }) => edits),
    );
    // The edits were made from this very text.
    if (!applied.ok) throw new Error(`edits refused: ${JSON.stringify(applied.refused)}`);
    invocation.stdout.write(encode(applied.text, stdin.encoding));
  }
  const report = await withBaseline(
    createReport('fix', searched, { fixed, findings, problems: [] }),
    args,
    invocation,
  );
  await writeReport(report, { reports, args, invocation, output: invocation.stderr, line: searched.line });
  return args.flags.has('exit-zero') ? exitCodes.clean : exitCodeOf(report);
};
