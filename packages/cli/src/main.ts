import { UsageError } from '@regmigrate/core';
import { parseArguments } from './arguments/parse-arguments.ts';
import { exitCodes } from './exit-codes.ts';
import type { Invocation } from './invocation.ts';
import { runCommand } from './run-command.ts';

export type { Invocation, Output } from './invocation.ts';

/** One run from arguments to exit code. Every error ends here: a message on stderr and exit code 2. */
export async function run(invocation: Invocation): Promise<number> {
  try {
    return await runCommand(parseArguments(invocation.argv), invocation);
  } catch (error) {
    const { describeError } = await import('./describe-error.ts');
    invocation.stderr.write(
      error instanceof UsageError ? `regmigrate: ${error.message}\n` : describeError(error),
    );
    return exitCodes.failed;
  }
}

/** Runs with what the process has. Sets the exit code and lets the streams drain. */
export async function runFromProcess(): Promise<void> {
  const { stdin, stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) stream.on('error', endQuietly);
  process.exitCode = await run({
    argv: process.argv.slice(2),
    cwd: process.cwd(),
    env,
    stdin,
    stdout,
    stderr,
    interruptible,
  });
}

/** A first Ctrl-C lets the file at hand be finished and tells what was done; a second one ends at once. */
async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, stop);
  try {
    return await work(controller.signal);
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}

/** A reader that has seen enough (`| head`) is no error; what is written after it goes nowhere. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
}
