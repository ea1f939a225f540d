import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError, type Edit } from '@regmigrate/core';
import type { Encoding } from '@regmigrate/scanner';
import { syncFolder } from '../write/sync-folder.ts';

/** How to take back what was done to one file. */
export interface UndoEntry {
  /** From the run's `cwd`. */
  readonly path: string;
  readonly encoding: Encoding;
  /** Digests of the bytes. */
  readonly before: string;
  readonly after: string;
  /** Against the text after the fix. */
  readonly edits: readonly Edit[];
  /** Name of the temporary file beside it, which a killed run may leave. */
  readonly temp: string;
}

export interface UndoRun {
  readonly id: string;
  readonly pid: number;
  /** From the base of the record. */
  readonly cwd: string;
  /** False until all files are written: then the run is going on, or was killed. */
  readonly complete: boolean;
  readonly files: readonly UndoEntry[];
}

/** The last run that came to its end, and those since that did not. Oldest first. */
export interface UndoRecord {
  readonly version: 1;
  readonly runs: readonly UndoRun[];
}

export async function readRecord(file: string): Promise<UndoRecord | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const record = JSON.parse(text) as UndoRecord;
    if (record.version === 1 && Array.isArray(record.runs)) return record;
  } catch {
    // Falls through: no more is known of a record that is no JSON.
  }
  throw new UsageError('undo-record-damaged', `The record of the last fix cannot be read: ${file}`);
}

/** Replaces the record in one step, and returns only when it is on the disk. */
export async function writeRecord(file: string, record: UndoRecord): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const temp = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const handle = await open(temp, 'wx', 0o600);
    await handle
      .writeFile(JSON.stringify(record))
      .then(() => handle.sync())
      .finally(() => handle.close());
    await rename(temp, file);
  } catch (error) {
    await unlink(temp).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(file));
}
