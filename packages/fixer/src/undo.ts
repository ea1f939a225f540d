import { realpathSync } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { UsageError, type FileProblem } from '@regmigrate/core';
import { digestOf, readSource } from '@regmigrate/scanner';
import { fixProblem } from './fix-problem.ts';
import { removeTemps } from './undo/journal.ts';
import { recordPlace } from './undo/record-path.ts';
import { readRecord, type UndoEntry } from './undo/undo-record.ts';
import { prepareRewrite } from './write/prepare-rewrite.ts';
import { forEachLimited } from './write/for-each-limited.ts';
import { replaceFile } from './write/replace-file.ts';
import { syncFolder } from './write/sync-folder.ts';

export interface UndoOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface UndoResult {
  /** Display paths of the files that are as before the fix again. */
  readonly restored: readonly string[];
  readonly problems: readonly FileProblem[];
}

/** Takes back the last fix in this repository (or folder, outside of git), and killed ones after it. */
export async function undo({ cwd, env = {} }: UndoOptions): Promise<UndoResult> {
  const place = recordPlace(cwd, env);
  const record = await readRecord(place.file);
  if (record === undefined) throw new UsageError('nothing-to-undo', `No fix to undo in ${cwd}`);
  const restored = new Set<string>();
  const problems: FileProblem[] = [];
  const here = realpathSync(cwd);
  for (const run of record.runs.toReversed()) {
    const folder = resolve(place.base, run.cwd);
    await removeTemps(place, run);
    await forEachLimited(run.files, 8, async (entry) => {
      const shown = relative(here, resolve(folder, entry.path)).replaceAll(sep, '/');
      const problem = await restore(folder, entry);
      if (problem === undefined) restored.add(shown);
      else if (problem !== 'skipped') problems.push({ ...problem, file: shown });
    });
    const folders = new Set(run.files.map(({ path }) => dirname(resolve(folder, path))));
    await forEachLimited(folders, 8, syncFolder);
  }
  // What could not be written now may be written later; what someone changed never fits again.
  if (problems.every(({ code }) => code === 'changed-since-fix' || code === 'vanished'))
    await unlink(place.file);
  return { restored: [...restored].sort(), problems };
}

async function restore(cwd: string, entry: UndoEntry): Promise<FileProblem | 'skipped' | undefined> {
  const { path, encoding, before, after, edits, temp } = entry;
  const read = await readSource(path, { cwd, maxFileSize: Infinity });
  if (!read.ok) return read.problem;
  if (read.source.digest === before) return 'skipped';
  if (read.source.digest !== after) return fixProblem(path, 'changed-since-fix');
  const result = await prepareRewrite(cwd, { path, encoding, before: after, edits });
  if (!result.ok) return result.problem;
  if (digestOf(result.prepared.newBytes) !== before) return fixProblem(path, 'changed-since-fix');
  return replaceFile(cwd, path, result.prepared, temp);
}
