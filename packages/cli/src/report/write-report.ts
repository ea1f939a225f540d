import type { Report, View } from '@regmigrate/core';
import type { RunView } from '@regmigrate/reporters';
import { createRules, loadCatalogue } from '@regmigrate/rules';
import type { Arguments } from '../arguments/parse-arguments.ts';
import type { Invocation, Output } from '../invocation.ts';
import { wantsColor } from '../terminal/wants-color.ts';
import { widthOf } from '../terminal/width-of.ts';
import { version } from '../version.ts';
import type { OpenReport } from './open-reports.ts';

interface Writing {
  readonly reports: readonly OpenReport[];
  readonly args: Arguments;
  readonly invocation: Invocation;
  /** Where the report without a file goes. */
  readonly output: Output;
  readonly line: View['line'];
}

/** Those for people; a program wants its document whatever there is to tell. */
const FOR_PEOPLE: readonly string[] = ['pretty', 'concise'];

export async function writeReport(report: Report, writing: Writing): Promise<void> {
  const { reports, args, output } = writing;
  const silent = report.findings.length + report.fixed.length + report.problems.length === 0;
  const quiet = args.flags.has('quiet') && silent;
  for (const { reporter, file } of reports) {
    if (file !== undefined) {
      const { writeReportFile } = await import('./report-file.ts');
      writeReportFile(file, reporter.render(report, viewFor({ write: () => true }, writing)));
    } else if (!quiet || !FOR_PEOPLE.includes(reporter.id)) {
      const text = reporter.render(report, viewFor(output, writing));
      if (text !== '') output.write(text);
    }
  }
}

function viewFor(output: Output, { args, invocation, line }: Writing): RunView {
  const { flags, operands, color } = args;
  return {
    color: wantsColor(color, invocation.env, output),
    width: widthOf(output, invocation.env),
    line,
    verbose: flags.has('verbose'),
    unsafeFixes: flags.has('unsafe-fixes'),
    quiet: flags.has('quiet'),
    target: operands.map(quote).join(' '),
    version,
    rules: createRules(loadCatalogue),
  };
}

/** As a shell takes it for one word. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
