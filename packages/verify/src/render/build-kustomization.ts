import { basename, join } from 'node:path';
import type { RenderOptions } from './render-chart.ts';
import { MOST_OUTPUT, renderedBy, type Rendered } from './rendering.ts';
import { runProgram } from './run-program.ts';

/** With kustomize, or kubectl, which has it built in. Never with plugins, functions or Helm. */
export async function buildKustomization(options: RenderOptions): Promise<Rendered> {
  const { program, copy, folder, env, seconds, signal } = options;
  const verb = /^kubectl/i.test(basename(program)) ? 'kustomize' : 'build';
  const run = await runProgram(program, [verb, join(copy, folder)], {
    cwd: copy,
    env,
    timeout: seconds * 1000,
    maxBytes: MOST_OUTPUT,
    ...(signal && { signal }),
  });
  return renderedBy(run, copy, seconds);
}
