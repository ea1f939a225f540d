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
  const cwd = currentFolder();
  if (cwd === undefined) {
    stderr.write('regmigrate: The current folder is gone. Enter one that is there.\n');
    process.exitCode = exitCodes.failed;
    return;
  }
  let lost = false;
  const lose = (): void => {
    lost = true;
    process.exitCode = exitCodes.failed;
  };
  stderr.on('error', (error) => {
    if (!isHungUp(error)) lose();
  });
  stdout.on('error', (error) => {
    if (isHungUp(error)) return;
    if (!lost) stderr.write(`regmigrate: The output could not be written: ${error.message}\n`);
    lose();
  });
  const code = await run({
    argv: process.argv.slice(2),
    cwd,
    env,
    stdin,
    stdout,
    stderr,
    interruptible,
  });
  process.exitCode = lost ? exitCodes.failed : code;
}

/** Undefined where it was removed meanwhile. */
function currentFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
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
function isHungUp({ code }: NodeJS.ErrnoException): boolean {
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}
