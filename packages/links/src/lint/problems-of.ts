import type { FileProblem } from '@regmigrate/core';
import type { Unknown } from '../simulate/image-state.ts';

/** What keeps a build from being followed although it should not; that something is remote is no problem. */
const messages: Partial<
  Readonly<Record<Unknown['what'], { readonly code: string; readonly message: string }>>
> = {
  missing: {
    code: 'kustomization-incomplete',
    message: 'this resource is not in the tree, so what it holds is not known',
  },
  cycle: { code: 'kustomization-cycle', message: 'this kustomization uses itself' },
  depth: { code: 'kustomization-depth', message: 'kustomizations are nested too deeply to be followed' },
};

export function problemsOf(unknowns: readonly Unknown[]): readonly FileProblem[] {
  const problems = new Map<string, FileProblem>();
  for (const { what, file, start, ref } of unknowns) {
    const known = messages[what];
    if (!known) continue;
    const message = ref === undefined ? known.message : `${known.message}: ${ref}`;
    problems.set(`${start}:${file}`, { file, code: known.code, message, span: { start, end: start } });
  }
  return [...problems.values()].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || (a.span?.start ?? 0) - (b.span?.start ?? 0),
  );
}
