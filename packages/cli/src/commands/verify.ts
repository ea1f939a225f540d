import { UsageError } from '@regmigrate/core';
import { exitCodes } from '../exit-codes.ts';
import { pickFormat } from '../report/pick-reporter.ts';
import type { Command } from '../command.ts';
import { runVerify } from '../verify/run-verify.ts';
import { isProof } from '../verify/status-order.ts';
import { verifyFormats } from '../verify/verify-formats.ts';
import { writeVerification } from '../verify/write-verification.ts';

/** Proves by rendering that nothing but image references has changed. */
export const verify: Command = async (args, invocation) => {
  const format = pickFormat(verifyFormats, args.format ?? 'pretty');
  const verification = await runVerify(args, invocation, 'paths');
  if (verification.results.length === 0)
    throw new UsageError(
      'nothing-to-verify',
      `There is no chart and no kustomization in ${args.operands.join(', ') || 'this folder'} or below.`,
    );
  writeVerification(verification, { format, args, invocation, output: invocation.stdout });
  return isProof(verification) ? exitCodes.clean : exitCodes.remains;
};
