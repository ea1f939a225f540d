import { firstMessage } from './first-message.ts';
import type { ProgramRun } from './run-program.ts';

/** What came out of a chart or kustomization, or why nothing did. */
export type Rendered =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };

/** Standard output of one rendering. Bytes. */
export const MOST_OUTPUT = 64 * 2 ** 20;

/** `copy`: the folder that the program worked in. */
export function renderedBy(run: ProgramRun, copy: string, seconds: number): Rendered {
  if (run.kind === 'done') return { ok: true, text: run.stdout.toString() };
  return { ok: false, reason: reasonOf(run, copy, seconds) };
}

function reasonOf(run: Exclude<ProgramRun, { kind: 'done' }>, copy: string, seconds: number): string {
  switch (run.kind) {
    case 'failed':
      return firstMessage(run.stderr, copy);
    case 'timeout':
      return `it was not done after ${seconds} seconds (--timeout)`;
    case 'too-large':
      return `it renders more than ${MOST_OUTPUT / 2 ** 20} MB`;
    case 'missing':
      return 'the program could not be started';
    case 'cancelled':
      return 'the run was interrupted';
  }
}
