import { execa } from 'execa';
import type { Environment } from '@regmigrate/scanner';

export type ProgramRun =
  | { readonly kind: 'done'; readonly stdout: Buffer }
  /** It ended with another code than 0, or by a signal. */
  | { readonly kind: 'failed'; readonly stderr: string }
  | { readonly kind: 'timeout' | 'too-large' | 'missing' | 'cancelled' };

export interface ProgramOptions {
  readonly cwd: string;
  /** The whole environment of the program. */
  readonly env: Environment;
  /** Milliseconds. */
  readonly timeout: number;
  /** Of standard output, and of standard error. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
}

/** Milliseconds between the end of a program that was killed and that of its pipes. */
const GRACE = 500;

/** Runs a program to its end, without a shell; what it is given to read is empty. */
export async function runProgram(
  program: string,
  args: readonly string[],
  { cwd, env, timeout, maxBytes, signal }: ProgramOptions,
): Promise<ProgramRun> {
  const running = execa(program, args, {
    cwd,
    env: { ...env },
    extendEnv: false,
    stdin: 'ignore',
    encoding: 'buffer',
    stripFinalNewline: false,
    maxBuffer: maxBytes,
    timeout,
    killSignal: 'SIGKILL',
    reject: false,
    windowsHide: true,
    // It would answer a signal by ending this process at once, before the copies are removed.
    cleanup: false,
    ...(signal && { cancelSignal: signal }),
  });
  // A child of the program may live on and keep the pipes open, as where the program is a script.
  const release = (): void => {
    running.stdout.destroy();
    running.stderr.destroy();
  };
  const releaseSoon = (): void => void setTimeout(release, GRACE).unref();
  const timer = setTimeout(releaseSoon, timeout);
  signal?.addEventListener('abort', releaseSoon);
  const result = await running;
  clearTimeout(timer);
  signal?.removeEventListener('abort', releaseSoon);
  if (result.isCanceled) return { kind: 'cancelled' };
  if (result.timedOut) return { kind: 'timeout' };
  if (result.isMaxBuffer) return { kind: 'too-large' };
  if (result.exitCode === 0) return { kind: 'done', stdout: Buffer.from(result.stdout) };
  const { code } = result as { readonly code?: string };
  if (code === 'ENOENT' || code === 'EACCES') return { kind: 'missing' };
  return { kind: 'failed', stderr: Buffer.from(result.stderr).toString() };
}
