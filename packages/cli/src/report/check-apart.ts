import { resolve } from 'node:path';
import { findConfig } from '@regmigrate/config';
import { UsageError } from '@regmigrate/core';
import type { Arguments } from '../arguments/parse-arguments.ts';
import { isSameFile } from '../output/same-file.ts';

export interface NamedFile {
  /** Absolute. */
  readonly path: string;
  /** As the user typed it. */
  readonly written: string;
}

/** Refuses a report in the place of another one, or of what the run itself goes by. */
export function checkApart(reports: readonly NamedFile[], args: Arguments, cwd: string): void {
  const config = args.flags.has('no-config') ? undefined : (args.config ?? findConfig(cwd));
  for (const [index, { path, written }] of reports.entries()) {
    const isOne = (other: string | undefined): boolean =>
      other !== undefined && isSameFile(path, resolve(cwd, other));
    if (isOne(args.baseline))
      throw new UsageError('same-file', `A report cannot go to the baseline: ${written}.`);
    if (isOne(config))
      throw new UsageError('same-file', `A report cannot go to the configuration: ${written}.`);
    if (reports.slice(0, index).some((other) => isOne(other.path)))
      throw new UsageError('same-file', `Two reports cannot go to the same file: ${written}.`);
  }
}
