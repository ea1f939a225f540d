import type { FileProblem, Finding, Located } from '@regmigrate/core';
import { applyPlan, diffPlan, type FixPlan } from '@regmigrate/fixer';
import type { Invocation } from '../invocation.ts';
import { createProgress } from '../terminal/create-progress.ts';

export interface Outcome {
  /** The files that were written, or that the patch changes. */
  readonly files: readonly string[];
  /** What was done in these files, or would be: less than was planned where a part of a set could not be. */
  readonly fixed: readonly Located<Finding>[];
  readonly problems: readonly FileProblem[];
}

/** Does what was planned, or prints it as a patch. */
export async function carryOut(plan: FixPlan, diff: boolean, invocation: Invocation): Promise<Outcome> {
  const { cwd, stdout } = invocation;
  if (!diff) return write(plan, invocation);
  const { patch, ...outcome } = await diffPlan(plan, { cwd });
  if (patch.length > 0) stdout.write(patch);
  return outcome;
}

async function write(plan: FixPlan, { cwd, env, stderr, interruptible }: Invocation): Promise<Outcome> {
  const progress = createProgress(stderr, Date.now);
  const work = (signal?: AbortSignal) =>
    applyPlan(plan, {
      cwd,
      env,
      onProgress: ({ done }) => progress.update('written', done),
      ...(signal && { signal }),
    });
  try {
    const { written, problems, interrupted } = await (interruptible ? interruptible(work) : work());
    return {
      files: written.map(({ path }) => path),
      fixed: written.flatMap(({ findings }) => findings),
      problems: interrupted ? [...problems, INTERRUPTED] : problems,
    };
  } finally {
    progress.end();
  }
}

const INTERRUPTED: FileProblem = {
  file: '.',
  code: 'interrupted',
  message: 'the run was interrupted: the files that were written are whole, the others are as they were',
};
