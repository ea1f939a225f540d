import type { FileProblem } from '@regmigrate/core';
import { fixProblem } from './fix-problem.ts';
import type { PlannedFile } from './plan-fixes.ts';

/** The sets of which something stands in these files. */
export function setsIn(files: Iterable<PlannedFile>): ReadonlySet<string> {
  const sets = new Set<string>();
  for (const { findings } of files)
    for (const { together } of findings) if (together !== undefined) sets.add(together);
  return sets;
}

export interface Narrowed {
  readonly files: readonly PlannedFile[];
  /** One for each file in which something is left out. */
  readonly problems: readonly FileProblem[];
}

/** The files without what belongs to these sets; an edit that another finding shares stays. */
export function leaveOut(files: readonly PlannedFile[], sets: ReadonlySet<string>): Narrowed {
  const problems: FileProblem[] = [];
  const narrowed = files.flatMap((file): readonly PlannedFile[] => {
    const findings = file.findings.filter(({ together }) => together === undefined || !sets.has(together));
    if (findings.length === file.findings.length) return [file];
    problems.push(fixProblem(file.source.path, 'set-incomplete'));
    const lost = new Set(
      file.findings.filter((finding) => !findings.includes(finding)).flatMap(({ edits }) => edits),
    );
    const shared = new Set(findings.flatMap(({ edits }) => edits).map(keyOf));
    const edits = file.edits.filter((edit) => !lost.has(edit) || shared.has(keyOf(edit)));
    return edits.length === 0 ? [] : [{ ...file, findings, edits }];
  });
  return { files: narrowed, problems };
}

const keyOf = ({ span, text }: PlannedFile['edits'][number]): string => `${span.start} ${span.end} ${text}`;
