import type { Arguments } from './arguments/parse-arguments.ts';
import type { Invocation } from './invocation.ts';

/** A command: from arguments to exit code. */
export type Command = (args: Arguments, invocation: Invocation) => Promise<number>;
