import type { Command } from '../run-command.ts';

/** Takes the last fix back. */
export const undo: Command = () => {
  throw new Error('to be written');
};
