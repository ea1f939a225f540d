import type { Arguments } from './arguments/parse-arguments.ts';
import type { Command } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import type { Invocation } from './invocation.ts';

/** Each command is loaded when it is asked for, so that a run pays only for what it does. */
export async function runCommand(args: Arguments, invocation: Invocation): Promise<number> {
  const { command, flags, named } = args;
  if (flags.has('version')) {
    const { version } = await import('./version.ts');
    invocation.stdout.write(`${version}\n`);
    return exitCodes.clean;
  }
  if (flags.has('help')) {
    const { helpTexts, overview } = await import('./help/help-texts.ts');
    invocation.stdout.write(named ? helpTexts[command] : overview);
    return exitCodes.clean;
  }
  const execute = await load(command);
  return execute(args, invocation);
}

async function load(command: Arguments['command']): Promise<Command> {
  switch (command) {
    case 'lint':
      return (await import('./commands/lint.ts')).lint;
    case 'fix':
      return (await import('./commands/fix.ts')).fix;
    case 'verify':
      return (await import('./commands/verify.ts')).verify;
    case 'undo':
      return (await import('./commands/undo.ts')).undo;
    case 'explain':
      return (await import('./commands/explain.ts')).explain;
    case 'init':
      return (await import('./commands/init.ts')).init;
    case 'images':
      return (await import('./commands/images.ts')).images;
  }
}
