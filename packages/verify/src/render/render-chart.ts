import { join } from 'node:path';
import type { Environment } from '@regmigrate/scanner';
import { MOST_OUTPUT, renderedBy, type Rendered } from './rendering.ts';
import { runProgram } from './run-program.ts';

export interface RenderOptions {
  /** Absolute path of the program. */
  readonly program: string;
  /** The copy of the tree that is worked in. */
  readonly copy: string;
  /** From the root of the tree. */
  readonly folder: string;
  readonly env: Environment;
  readonly seconds: number;
  /** Of the cluster that charts are rendered for. */
  readonly kubeVersion?: string;
  readonly signal?: AbortSignal;
}

/** `values`: absolute path of a file to render with, beside the chart's own values. */
export async function renderChart(options: RenderOptions, values?: string): Promise<Rendered> {
  const { program, copy, folder, env, seconds, kubeVersion, signal } = options;
  const args = [
    ...['template', 'regmigrate', join(copy, folder), '--include-crds'],
    ...(kubeVersion === undefined ? [] : ['--kube-version', kubeVersion]),
    ...(values === undefined ? [] : ['--values', values]),
  ];
  const run = await runProgram(program, args, {
    cwd: copy,
    env,
    timeout: seconds * 1000,
    maxBytes: MOST_OUTPUT,
    ...(signal && { signal }),
  });
  return renderedBy(run, copy, seconds);
}
