import { basename, join } from 'node:path';
import type { RenderOptions } from './render-chart.ts';
import { MOST_OUTPUT, renderedBy, type Rendered } from './rendering.ts';
import { runProgram } from './run-program.ts';

/** What kustomize says of a file that stands outside the folder of the kustomization that names it. */
const RESTRICTED = /security; file|is not in or below/;

/**
 * With kustomize, or kubectl, which has it built in. Never with plugins, functions or Helm. Many trees need files
 * from outside the folder of a kustomization, which kustomize loads only when it is told to; it is, where no path
 * in the copy leads out of it.
 */
export async function buildKustomization(options: RenderOptions, isContained: boolean): Promise<Rendered> {
  const { program, copy, folder, env, seconds, signal } = options;
  const verb = /^kubectl/i.test(basename(program)) ? 'kustomize' : 'build';
  const build = (...more: readonly string[]) =>
    runProgram(program, [verb, join(copy, folder), ...more], {
      cwd: copy,
      env,
      timeout: seconds * 1000,
      maxBytes: MOST_OUTPUT,
      ...(signal && { signal }),
    });
  const run = await build();
  const isRestricted = run.kind === 'failed' && RESTRICTED.test(run.stderr);
  return renderedBy(
    isRestricted && isContained ? await build('--load-restrictor=LoadRestrictionsNone') : run,
    copy,
    seconds,
  );
}
