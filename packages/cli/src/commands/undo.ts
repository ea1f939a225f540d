import { UsageError } from '@regmigrate/core';
import { undo as restore } from '@regmigrate/fixer';
import { count, toPrintable } from '@regmigrate/reporters';
import { exitCodes } from '../exit-codes.ts';
import type { Command } from '../command.ts';

/** Takes the last fix back. */
export const undo: Command = async ({ operands, flags }, { cwd, env, stdout, stderr }) => {
  if (operands.length > 0)
    throw new UsageError('unexpected-path', 'undo takes no paths: it takes back the last fix as a whole.');
  const { restored, problems } = await restore({ cwd, env });
  if (!flags.has('quiet')) {
    const files = flags.has('verbose') ? restored.map((file) => `  ${toPrintable(file)}\n`).join('') : '';
    stdout.write(`Restored ${count(restored.length, 'file')}\n${files}`);
  }
  for (const { file, message } of problems)
    stderr.write(`regmigrate: ${toPrintable(`${file} ${message}`)}\n`);
  return problems.length === 0 ? exitCodes.clean : exitCodes.remains;
};
