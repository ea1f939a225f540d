/** Variables of the environment. Where none are given, a program gets those of this process. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface ProcessResult {
  /** Undefined where a signal ended it. */
  readonly code: number | undefined;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

/** Runs a program to its end; undefined where there is no such program, it cannot be started, or is not wanted any more. */
export async function runProcess(
  program: string,
  args: readonly string[],
  { cwd, env, signal }: { readonly cwd: string; readonly env?: Environment; readonly signal?: AbortSignal },
): Promise<ProcessResult | undefined> {
  // Not needed for a single file, which must start fast.
  const { spawn } = await import('node:child_process');
  return new Promise((done) => {
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    const child = spawn(program, args, {
      cwd,
      ...(env && { env }),
      ...(signal && { signal }),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', () => done(undefined));
    child.on('close', (code) => {
      done({ code: code ?? undefined, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr) });
    });
  });
}
