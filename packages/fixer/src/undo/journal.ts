import { randomBytes } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
// eslint-disable-next-line no-restricted-imports -- whether a run still lives, only the system can tell
import { kill, pid as ownPid } from 'node:process';
import { UsageError } from '@regmigrate/core';
import { encodePath } from '@regmigrate/scanner';
import { recordPlace, type RecordPlace } from './record-path.ts';
import { readRecord, writeRecord, type UndoEntry, type UndoRun } from './undo-record.ts';

export type NewEntry = Omit<UndoEntry, 'temp'>;

/** The record of the run at hand, written ahead of it. */
export interface Journal {
  readonly entries: readonly UndoEntry[];
  /** Says that all files are written. */
  complete(): Promise<void>;
}

/** Nothing may be written before this has returned. */
export async function openJournal(
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
  files: readonly NewEntry[],
): Promise<Journal> {
  const id = randomBytes(6).toString('hex');
  const entries = nameTemps(id, files);
  const place = recordPlace(cwd, env);
  const run: UndoRun = {
    id,
    pid: ownPid,
    cwd: relative(place.base, realpathSync(cwd)),
    complete: false,
    files: entries,
  };
  // What a killed run did is still to be undone, together with this one.
  const unfinished = (await earlierRuns(place)).filter(({ complete }) => !complete);
  await writeRecord(place.file, { version: 1, runs: [...unfinished, run] });
  for (const earlier of unfinished) await removeTemps(place, earlier);
  const over = new Set([id, ...unfinished.filter(({ pid }) => !isRunning(pid)).map((earlier) => earlier.id)]);
  return {
    entries,
    async complete() {
      const end = async () => {
        const runs = (await earlierRuns(place)).map((run) =>
          over.has(run.id) ? { ...run, complete: true } : run,
        );
        await writeRecord(place.file, { version: 1, runs });
      };
      // Without the note the run counts as killed, so that the next one is undone together with it: no harm.
      await end().catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      });
    },
  };
}

/** Removes what a killed run left beside the files it was writing. */
export async function removeTemps({ base }: RecordPlace, { cwd, files, pid }: UndoRun): Promise<void> {
  if (isRunning(pid)) return;
  const folder = resolve(base, cwd);
  for (const { path, temp } of files) {
    // A record is a file that anyone may have written: it names temporary files and nothing else.
    if (!/^\.regmigrate-[0-9a-f-]+\.tmp$/.test(temp)) continue;
    await unlink(encodePath(join(dirname(resolve(folder, path)), temp))).catch(() => undefined);
  }
}

export function nameTemps(id: string, files: readonly NewEntry[]): readonly UndoEntry[] {
  return files.map((file, index) => ({ ...file, temp: `.regmigrate-${id}-${index.toString(16)}.tmp` }));
}

/** Removes what a killed run left, where the run at hand writes nothing. */
export async function removeLeftovers(
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const place = recordPlace(cwd, env);
  for (const run of await earlierRuns(place)) if (!run.complete) await removeTemps(place, run);
}

/** A record that is damaged undoes nothing, so a new one may take its place. */
async function earlierRuns({ file }: RecordPlace): Promise<readonly UndoRun[]> {
  try {
    return (await readRecord(file))?.runs ?? [];
  } catch (error) {
    if (error instanceof UsageError) return [];
    throw error;
  }
}

function isRunning(pid: number): boolean {
  if (pid === ownPid) return false;
  try {
    kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
