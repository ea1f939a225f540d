import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all, in place of what has its name. No link is followed: not one of that name, which
 * is replaced, nor one of the file beside it, whose name nobody can know before. `mode`: permissions, if not the usual.
 */
export function replaceFile(path: string, text: string, mode?: number): void {
  const beside = join(dirname(path), `.regmigrate-${randomUUID()}.tmp`);
  try {
    writeFileSync(beside, text, { flag: 'wx', ...(mode !== undefined && { mode }) });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
