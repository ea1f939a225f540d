import { dirname, resolve } from 'node:path';
import { invertEdits, type FileProblem, type Finding, type Located } from '@regmigrate/core';
import { digestOf } from '@regmigrate/scanner';
import { fixProblem } from './fix-problem.ts';
import { leaveOut, setsIn } from './keep-sets-whole.ts';
import type { FixPlan, PlannedFile } from './plan-fixes.ts';
import { nameTemps, openJournal, removeLeftovers, type Journal, type NewEntry } from './undo/journal.ts';
import { prepareRewrite, type Rewrite } from './write/prepare-rewrite.ts';
import { forEachLimited } from './write/for-each-limited.ts';
import { replaceFile } from './write/replace-file.ts';
import { syncFolder } from './write/sync-folder.ts';

export interface ApplyOptions {
  readonly cwd: string;
  /** `XDG_STATE_HOME` and `HOME`, for the undo record outside of git repositories. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Ends the run between two files. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
}

export interface WrittenFile {
  readonly path: string;
  readonly findings: readonly Located<Finding>[];
}

export interface ApplyResult {
  /** Sorted by path. */
  readonly written: readonly WrittenFile[];
  readonly problems: readonly FileProblem[];
  /** True where the signal came before all files were written. */
  readonly interrupted: boolean;
}

/** Files written at a time: most of the time is spent waiting for the disk. */
const writers = 8;

/** Writes what was planned. Each file is either as planned or as it was. */
export async function applyPlan(plan: FixPlan, options: ApplyOptions): Promise<ApplyResult> {
  const { cwd, env = {}, signal, onProgress } = options;
  const problems: FileProblem[] = [...plan.problems];
  const ready = await prepareWhole(cwd, plan.files, problems, signal);
  const written = new Set<number>();
  const journal = await writeAhead(cwd, env, signal?.aborted === true ? [] : ready, problems);
  let done = 0;
  await forEachLimited(ready.entries(), writers, async ([index, { planned }]) => {
    if (signal?.aborted === true) return;
    const problem = await writeOne(cwd, planned, journal.entries[index]?.temp ?? '');
    if (problem === undefined) written.add(index);
    else problems.push(problem);
    onProgress?.({ done: ++done, total: ready.length });
  });
  const folders = new Set([...written].map((index) => dirname(resolve(cwd, ready[index]?.entry.path ?? ''))));
  await putBackParts(cwd, ready, written, journal, problems);
  await forEachLimited(folders, writers, syncFolder);
  await journal.complete();
  const whole = ready.filter((_, index) => written.has(index));
  return {
    written: whole
      .map(({ entry, planned }) => ({ path: entry.path, findings: planned.findings }))
      .sort((a, b) => compare(a.path, b.path)),
    problems: problems.sort((a, b) => compare(a.file, b.file)),
    interrupted: signal?.aborted === true && (done < ready.length || ready.length < plan.files.length),
  };
}

interface Ready {
  readonly planned: PlannedFile;
  readonly entry: NewEntry;
}

/** Files that can be written, less what belongs to sets of which another file cannot. */
async function prepareWhole(
  cwd: string,
  files: readonly PlannedFile[],
  problems: FileProblem[],
  signal: AbortSignal | undefined,
): Promise<readonly Ready[]> {
  const ready = await prepareAll(cwd, files, problems, signal);
  const able = new Set(ready.map(({ planned }) => planned));
  const lost = setsIn(files.filter((file) => !able.has(file)));
  const whole = leaveOut([...able], lost);
  if (whole.problems.length === 0) return ready;
  problems.push(...whole.problems);
  return prepareWhole(cwd, whole.files, problems, signal);
}

/** Where a part of a set was not written after all, its other parts become what they were. */
async function putBackParts(
  cwd: string,
  ready: readonly Ready[],
  written: Set<number>,
  journal: Journal,
  problems: FileProblem[],
): Promise<void> {
  const lost = setsIn(ready.filter((_, index) => !written.has(index)).map(({ planned }) => planned));
  const parts = ready.flatMap(({ planned }, index) =>
    written.has(index) && planned.findings.some(({ together = '' }) => lost.has(together)) ? [index] : [],
  );
  for (const index of parts) {
    const entry = journal.entries[index];
    if (!entry) continue;
    const { path, encoding, after, edits, temp } = entry;
    const result = await prepareRewrite(cwd, { path, encoding, before: after, edits });
    const problem = result.ok ? await replaceFile(cwd, path, result.prepared, temp) : result.problem;
    problems.push(problem ?? fixProblem(path, 'set-incomplete'));
    written.delete(index);
  }
  // Each round puts back one file at least, whole, with whatever other sets had parts in it.
  if (parts.length > 0) await putBackParts(cwd, ready, written, journal, problems);
}

/** What the record must say, known before anything is written. The contents are not kept: there may be many. */
async function prepareAll(
  cwd: string,
  files: readonly PlannedFile[],
  problems: FileProblem[],
  signal: AbortSignal | undefined,
): Promise<readonly Ready[]> {
  const ready: Ready[] = [];
  await forEachLimited(files, writers, async (planned) => {
    if (signal?.aborted === true) return;
    const rewrite = rewriteOf(planned);
    const result = await prepareRewrite(cwd, rewrite);
    if (!result.ok) return void problems.push(result.problem);
    const after = digestOf(result.prepared.newBytes);
    const { path, encoding, before } = rewrite;
    ready.push({ planned, entry: { path, encoding, before, after, edits: invertEdits(planned.edits) } });
  });
  return ready;
}

/** A record that cannot be written is no reason not to fix, but the user must know. */
async function writeAhead(
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
  ready: readonly Ready[],
  problems: FileProblem[],
): Promise<Journal> {
  const entries = ready.map(({ entry }) => entry);
  try {
    if (entries.length > 0) return await openJournal(cwd, env, entries);
    await removeLeftovers(cwd, env);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    if (entries.length > 0) problems.push(fixProblem('.', 'no-undo-record', (error as Error).message));
  }
  const id = Math.trunc(Math.random() * 2 ** 48).toString(16);
  return { entries: nameTemps(id, entries), complete: () => Promise.resolve() };
}

async function writeOne(cwd: string, planned: PlannedFile, temp: string): Promise<FileProblem | undefined> {
  const result = await prepareRewrite(cwd, rewriteOf(planned));
  return result.ok ? replaceFile(cwd, planned.source.path, result.prepared, temp) : result.problem;
}

function rewriteOf({ source, edits }: PlannedFile): Rewrite {
  return { path: source.path, encoding: source.encoding, before: source.digest, edits };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
