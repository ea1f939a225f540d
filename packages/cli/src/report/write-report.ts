import type { Report, Reporter, View } from '@regmigrate/core';
import type { RunView } from '@regmigrate/reporters';
import type { Arguments } from '../arguments/parse-arguments.ts';
import type { Invocation, Output } from '../invocation.ts';
import { wantsColor } from '../terminal/wants-color.ts';
import { widthOf } from '../terminal/width-of.ts';

interface Writing {
  readonly reporter: Reporter;
  readonly args: Arguments;
  readonly invocation: Invocation;
  readonly output: Output;
  readonly line: View['line'];
}

export function writeReport(report: Report, { reporter, args, invocation, output, line }: Writing): void {
  const { flags, operands } = args;
  const quiet = flags.has('quiet');
  const silent = report.findings.length + report.fixed.length + report.problems.length === 0;
  if (quiet && silent && reporter.id !== 'json') return;
  const view: RunView = {
    color: wantsColor(args.color, invocation.env, output),
    width: widthOf(output, invocation.env),
    line,
    verbose: flags.has('verbose'),
    unsafeFixes: flags.has('unsafe-fixes'),
    quiet,
    target: operands.map(quote).join(' '),
  };
  const text = reporter.render(report, view);
  if (text !== '') output.write(text);
}

/** As a shell takes it for one word. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
