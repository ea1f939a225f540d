import { applyEdits, type Companion, type FileProblem } from '@regmigrate/core';
import { readSource } from '@regmigrate/scanner';
import { fixProblem } from './fix-problem.ts';
import type { FixPlan, PlannedFile } from './plan-fixes.ts';

/** A plan that makes these changes, too. A file in which they do not fit is left out of them, and reported. */
export async function addCompanions(
  plan: FixPlan,
  companions: readonly Companion[],
  { cwd }: { readonly cwd: string },
): Promise<FixPlan> {
  const files = new Map(plan.files.map((planned) => [planned.source.path, planned]));
  const problems: FileProblem[] = [...plan.problems];
  for (const [path, own] of byFile(companions)) {
    const read = await readSource(path, { cwd, maxFileSize: Infinity });
    if (!read.ok) {
      problems.push(read.problem);
      continue;
    }
    const { file, ...source } = read.source;
    const planned = files.get(path) ?? { source, edits: [], findings: [] };
    const edits = [...planned.edits, ...own.flatMap((companion) => companion.edits)];
    const code = source.digest === planned.source.digest ? faultOf(file.text, edits) : 'changed-since-read';
    if (code === undefined) files.set(path, { ...planned, edits: inOrder(edits), companions: own });
    else problems.push(fixProblem(path, code));
  }
  return { files: [...files.values()].sort(byPath), problems };
}

function byFile(companions: readonly Companion[]): ReadonlyMap<string, readonly Companion[]> {
  const files = new Map<string, Companion[]>();
  for (const companion of companions)
    files.set(companion.file, [...(files.get(companion.file) ?? []), companion]);
  return files;
}

function faultOf(text: string, edits: PlannedFile['edits']): 'overlap' | 'changed-since-read' | undefined {
  const applied = applyEdits(text, edits);
  if (applied.ok) return undefined;
  return applied.refused.some(({ reason }) => reason === 'overlap') ? 'overlap' : 'changed-since-read';
}

const inOrder = (edits: PlannedFile['edits']): PlannedFile['edits'] =>
  edits.toSorted((a, b) => a.span.start - b.span.start);

const byPath = (a: PlannedFile, b: PlannedFile): number => (a.source.path < b.source.path ? -1 : 1);
