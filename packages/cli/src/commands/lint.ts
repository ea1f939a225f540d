import { nearest, UsageError } from '@regmigrate/core';
import { commandIds } from '../arguments/options.ts';
import type { Arguments } from '../arguments/parse-arguments.ts';
import { exitCodes } from '../exit-codes.ts';
import { createReport } from '../report/create-report.ts';
import { withBaseline } from '../report/with-baseline.ts';
import { exitCodeOf } from '../report/exit-code-of.ts';
import { openReports } from '../report/open-reports.ts';
import { writeReport } from '../report/write-report.ts';
import type { Command } from '../command.ts';
import { search } from '../search/search.ts';

/** Finds and tells; writes nothing. */
export const lint: Command = async (args, invocation) => {
  if (args.printConfig !== undefined) {
    const { printConfig } = await import('../settings/print-config.ts');
    invocation.stdout.write(await printConfig(args.printConfig, args, invocation.cwd));
    return exitCodes.clean;
  }
  const reports = await openReports(args, invocation);
  const searched = await search(args, invocation).catch((error: unknown) => {
    throw hinted(error, args);
  });
  const report = await withBaseline(createReport('lint', searched), args, invocation);
  await writeReport(report, { reports, args, invocation, output: invocation.stdout, line: searched.line });
  return args.flags.has('exit-zero') ? exitCodes.clean : exitCodeOf(report);
};

/** A path that is not there may be a mistyped command, when no command was given. */
function hinted(error: unknown, { named, operands }: Arguments): unknown {
  if (named || !(error instanceof UsageError) || error.code !== 'path-not-found') return error;
  const meant = nearest(operands[0] ?? '', commandIds);
  if (meant === undefined) return error;
  return new UsageError(error.code, `${error.message}. Did you mean the command ${meant}?`, { cause: error });
}
