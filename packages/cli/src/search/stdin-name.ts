import { UsageError } from '@regmigrate/core';
import type { Arguments } from '../arguments/parse-arguments.ts';

const UNNAMED = '<stdin>';

/** What standard input is called, if it is what should be read. */
export function stdinName({ operands, stdinFilename }: Arguments): string | undefined {
  const asked = operands.includes('-') || (operands.length === 0 && stdinFilename !== undefined);
  if (asked && operands.length <= 1) return stdinFilename ?? UNNAMED;
  if (asked)
    throw new UsageError('stdin-with-paths', 'Standard input (-) cannot be read along with other paths.');
  if (stdinFilename === undefined) return undefined;
  throw new UsageError(
    'stdin-not-read',
    'The option --stdin-filename names standard input, so the path must be -.',
  );
}
