import type { Companion, Tree } from '@regmigrate/core';
import type { AnalyzedFile } from '@regmigrate/scanner';
import { removalOf } from './removal-of.ts';

interface Removed {
  readonly files: readonly AnalyzedFile[];
  readonly companions: readonly Companion[];
}

/** Turns the problems that suppressions are which suppress nothing into changes that take them away. */
export function removeUnused(files: readonly AnalyzedFile[], tree: Tree): Removed {
  const companions: Companion[] = [];
  const rest = files.map((file): AnalyzedFile => {
    const { analysis } = file;
    const text = analysis.problems.some(({ code }) => code === 'unused-suppression')
      ? tree.read(analysis.file)
      : undefined;
    if (text === undefined) return file;
    const problems = analysis.problems.filter(({ code, span, start, message }) => {
      const edit = code === 'unused-suppression' && span ? removalOf(text, span) : undefined;
      if (!edit || !span || !start) return true;
      const old = text.slice(span.start, span.end);
      const why = message.replace(/; take it away$/, '');
      companions.push({
        kind: 'unused-suppression',
        file: analysis.file,
        start,
        edits: [edit],
        old,
        new: '',
        why,
      });
      return false;
    });
    return { ...file, analysis: { ...analysis, problems } };
  });
  return { files: rest, companions };
}
