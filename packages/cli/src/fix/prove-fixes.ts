import type { FileProblem } from '@regmigrate/core';
import { undo } from '@regmigrate/fixer';
import { count } from '@regmigrate/reporters';
import type { Arguments } from '../arguments/parse-arguments.ts';
import type { Invocation } from '../invocation.ts';
import { runVerify } from '../verify/run-verify.ts';
import { isProof } from '../verify/status-order.ts';
import { verifyFormats } from '../verify/verify-formats.ts';
import { writeVerification } from '../verify/write-verification.ts';
import type { Outcome } from './carry-out.ts';

interface Proven extends Outcome {
  /** Whether all that a changed file is part of renders as it should. */
  readonly proven: boolean;
}

/** Renders what the fixes changed, tells what came out, and puts every file back if the proof fails. */
export async function proveFixes(outcome: Outcome, args: Arguments, invocation: Invocation): Promise<Proven> {
  const { files, problems } = outcome;
  if (files.length === 0) return { ...outcome, proven: true };
  // What was there before is known from the record alone.
  if (problems.some(({ code }) => code === 'no-undo-record'))
    return { ...outcome, problems: [...problems, NOT_PROVEN], proven: false };

  const verification = await runVerify(args, invocation, 'changed');
  // Programs read one document on standard output.
  const isPretty = (args.format ?? 'pretty') === 'pretty';
  const output = isPretty ? invocation.stdout : invocation.stderr;
  const [format] = verifyFormats;
  if (verification.results.length > 0) {
    writeVerification(verification, { format, args, invocation, output });
    if (isPretty && !args.flags.has('quiet')) output.write('\n');
  } else if (!args.flags.has('quiet'))
    invocation.stderr.write('regmigrate: Nothing to prove: no chart and no kustomization has changed.\n');

  const failed = verification.results.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return { ...outcome, proven: isProof(verification) };
  const restored = await undo(invocation);
  const put = count(restored.restored.length, 'file');
  const message = `the proof failed for ${count(failed.length, 'rendering')}, so what was fixed was put back: ${put}`;
  return {
    files: [],
    fixed: [],
    problems: [...problems, ...restored.problems, { file: '.', code: 'proof-failed', message }],
    proven: false,
  };
}

const NOT_PROVEN: FileProblem = {
  file: '.',
  code: 'not-proven',
  message: 'nothing was rendered: without a record of the fixes it is not known what was there before',
};
