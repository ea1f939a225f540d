import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { UsageError } from '@regmigrate/core';

/** Undefined where there is none. `shown`: how messages name the file. */
export function readBaseline(path: string, shown: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new UsageError('baseline-unreadable', `The baseline ${shown} could not be read (${code}).`);
  }
}

/** Whole or not at all. */
export function writeBaseline(path: string, text: string, shown: string): void {
  const beside = `${path}.new`;
  try {
    writeFileSync(beside, text);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new UsageError('baseline-unwritable', `The baseline ${shown} could not be written (${code}).`);
  }
}
