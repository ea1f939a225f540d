import type { Command } from '../run-command.ts';
import { stdinName } from '../search/stdin-name.ts';

/** Rewrites files in place, or standard input to standard output. */
export const fix: Command = async (args, invocation) => {
  if (stdinName(args) !== undefined) return (await import('./fix-stdin.ts')).fixStdin(args, invocation);
  throw new Error('to be written');
};
