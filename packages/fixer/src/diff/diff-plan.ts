import { isAbsolute } from 'node:path';
import type { FileProblem, Finding, Located } from '@regmigrate/core';
import { encode, readSource } from '@regmigrate/scanner';
import { fixProblem } from '../fix-problem.ts';
import { leaveOut, setsIn } from '../keep-sets-whole.ts';
import type { FixPlan, PlannedFile } from '../plan-fixes.ts';
import { diffText } from './diff-text.ts';
import { quotePath } from './quote-path.ts';

export interface Diff {
  /** A patch for `git apply` in the working directory. Bytes, since files need not be UTF-8. */
  readonly patch: Buffer;
  /** Display paths of the files in the patch. */
  readonly files: readonly string[];
  /** What it does in them. */
  readonly fixed: readonly Located<Finding>[];
  readonly problems: readonly FileProblem[];
}

/** What `applyPlan` would do, as a patch; writes nothing. */
export async function diffPlan(plan: FixPlan, options: { readonly cwd: string }): Promise<Diff> {
  const { cwd } = options;
  const problems: FileProblem[] = [...plan.problems];
  const pieces = new Map<PlannedFile, Buffer>();
  let files = plan.files;
  for (;;) {
    const refused: PlannedFile[] = [];
    for (const planned of files) {
      if (pieces.has(planned)) continue;
      const patch = await diffFile(cwd, planned);
      if (Buffer.isBuffer(patch)) pieces.set(planned, patch);
      else {
        refused.push(planned);
        problems.push(patch);
      }
    }
    const able = files.filter((planned) => !refused.includes(planned));
    const whole = leaveOut(able, setsIn(refused));
    files = whole.files;
    problems.push(...whole.problems);
    if (whole.problems.length === 0) break;
  }
  return {
    patch: Buffer.concat(files.flatMap((planned) => pieces.get(planned) ?? [])),
    files: files.map(({ source }) => source.path),
    fixed: files.flatMap(({ findings }) => findings),
    problems,
  };
}

async function diffFile(cwd: string, { source, edits }: PlannedFile): Promise<Buffer | FileProblem> {
  const { path, encoding } = source;
  if (encoding.startsWith('utf-16')) return fixProblem(path, 'not-diffable', 'git takes UTF-16 for binary');
  if (isAbsolute(path) || path.startsWith('../')) {
    return fixProblem(path, 'not-diffable', 'it lies outside of the working directory');
  }
  const read = await readSource(path, { cwd, maxFileSize: Infinity });
  if (!read.ok) return read.problem;
  if (read.source.digest !== source.digest) return fixProblem(path, 'changed-since-read');
  const { text, opaque } = read.source.file;
  if (opaque === 'binary') return fixProblem(path, 'not-diffable', 'it is binary');
  const [from, to] = [quotePath(`a/${path}`), quotePath(`b/${path}`)];
  // As git does: a tab ends a name with spaces in it.
  const end = /\s/.test(path) && !from.startsWith('"') ? '\t' : '';
  // No line `diff --git`: with it git takes paths for relative to the top of the repository, not to this folder.
  const head = `--- ${from}${end}\n+++ ${to}${end}\n`;
  return Buffer.concat([Buffer.from(head), encode(diffText(text, edits), encoding)]);
}
