import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UsageError } from '@regmigrate/core';

/** Refuses what cannot be written, before any work is done. `written` is the path as the user typed it. */
export async function checkReportFile(path: string, written = path): Promise<void> {
  const [file, folder] = await Promise.all([stat(path).catch(absent), stat(dirname(path)).catch(absent)]);
  if (file?.isDirectory()) throw refusal(written, 'it is a folder');
  if (!folder) throw refusal(written, 'its folder does not exist');
  if (!folder.isDirectory()) throw refusal(written, 'what should be its folder is a file');
  const touched = file === undefined || file.isFile() ? dirname(path) : path;
  await access(touched, constants.W_OK).catch(() => {
    throw refusal(written, 'there is no permission to write there');
  });
}

/** Writes a report whole or not at all; through a link, and straight into what is no file (`/dev/stderr`). */
export async function writeReportFile(path: string, text: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const known = await stat(target).catch(absent);
  const temporary = join(dirname(target), `.regmigrate-${randomUUID()}.tmp`);
  try {
    if (known && !known.isFile()) return await writeFile(target, text);
    await writeFile(temporary, text, { flag: 'wx', ...(known && { mode: known.mode }) });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true }).catch(absent);
    throw refusal(path, error instanceof Error ? error.message : String(error), error);
  }
}

function refusal(path: string, why: string, cause?: unknown): UsageError {
  return new UsageError('unwritable-report', `The report cannot be written to ${path}: ${why}.`, { cause });
}

function absent(): undefined {
  return undefined;
}
