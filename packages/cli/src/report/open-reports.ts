import { resolve } from 'node:path';
import type { Reporter } from '@regmigrate/core';
import type { Arguments } from '../arguments/parse-arguments.ts';
import type { Invocation } from '../invocation.ts';
import type { NamedFile } from './check-apart.ts';
import { pairReports } from './pair-reports.ts';
import { pickReporter } from './pick-reporter.ts';

export interface OpenReport {
  readonly reporter: Reporter;
  /** An absolute path; absent for standard output. */
  readonly file?: string;
}

/** What is asked for, checked before any work is done: nobody waits for a report that cannot be written. */
export async function openReports(args: Arguments, { cwd }: Invocation): Promise<readonly OpenReport[]> {
  const reports: OpenReport[] = [];
  const files: NamedFile[] = [];
  for (const { format, file } of pairReports(args.formats, args.outputFiles)) {
    const reporter = await pickReporter(format);
    if (file === undefined) {
      reports.push({ reporter });
      continue;
    }
    const path = resolve(cwd, file);
    // Most runs write to standard output only, and should not pay for more.
    await (await import('./report-file.ts')).checkReportFile({ path, written: file, cwd, reporter });
    files.push({ path, written: file });
    reports.push({ reporter, file: path });
  }
  if (files.length > 0) (await import('./check-apart.ts')).checkApart(files, args, cwd);
  return reports;
}
