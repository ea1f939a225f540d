import type { Report } from '@regmigrate/core';
import type { Arguments } from '../arguments/parse-arguments.ts';
import type { Invocation } from '../invocation.ts';

/** What deals with baselines is loaded only where there is one. */
export async function withBaseline(report: Report, args: Arguments, invocation: Invocation): Promise<Report> {
  if (args.baseline === undefined) return report;
  const { heedBaseline } = await import('../baseline/heed-baseline.ts');
  return heedBaseline(report, args, invocation);
}
