import { spawn } from 'node:child_process';

export interface Ended {
  /** 127 where the program could not be started, 128 where a signal ended it. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Settings {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Runs a program without a shell and without input, and waits for its end. */
export function runProgram(program: string, args: readonly string[], { cwd, env }: Settings): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    const end = (code: number, more = ''): void =>
      resolve({
        code,
        stdout: Buffer.concat(out).toString(),
        stderr: Buffer.concat(err).toString() + more,
      });
    child.on('error', ({ message }) => end(127, message));
    child.on('close', (code, signal) => end(code ?? 128, signal ? `ended by ${signal}` : ''));
  });
}
