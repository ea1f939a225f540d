import { lstatSync, writeFileSync } from 'node:fs';
import { UsageError } from '@regmigrate/core';
import { replaceFile } from '../output/replace-file.ts';

/** Never over a file that is there, unless asked for, and never where a link leads. */
export function writeStarterFile(path: string, shown: string, text: string, force: boolean): void {
  const known = lstatSync(path, { throwIfNoEntry: false });
  if (known?.isSymbolicLink())
    throw new UsageError(
      'config-unwritable',
      `${shown} is a link, which is not written through; remove it first.`,
    );
  try {
    if (force) replaceFile(path, text, known?.mode);
    else writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw code === 'EEXIST'
      ? new UsageError('config-exists', `There is a ${shown} already; --force writes it anew.`)
      : new UsageError('config-unwritable', `${shown} could not be written (${code}).`);
  }
}
