import { writeFileSync } from 'node:fs';
import { UsageError } from '@regmigrate/core';

/** Never over a file that is there, unless asked for. */
export function writeStarterFile(path: string, shown: string, text: string, force: boolean): void {
  try {
    writeFileSync(path, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw code === 'EEXIST'
      ? new UsageError('config-exists', `There is a ${shown} already; --force writes it anew.`)
      : new UsageError('config-unwritable', `${shown} could not be written (${code}).`);
  }
}
