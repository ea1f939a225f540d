import type { Hint } from '@regmigrate/core';
import type { AnalyzedFile } from '@regmigrate/scanner';

interface Noted {
  readonly files: readonly AnalyzedFile[];
  readonly hints: readonly Hint[];
}

/** Suppressions that suppress nothing do no harm, so they are told and are no problem unless asked for. */
export function noteUnused(files: readonly AnalyzedFile[]): Noted {
  const hints: Hint[] = [];
  const rest = files.map((file): AnalyzedFile => {
    const { analysis } = file;
    const unused = analysis.problems.filter(({ code }) => code === UNUSED);
    const problems = analysis.problems.filter(({ code }) => code !== UNUSED);
    for (const { message, start } of unused)
      hints.push({
        file: analysis.file,
        code: 'unused-suppression',
        message: `${at(start?.line)}${message}`,
      });
    return unused.length === 0 ? file : { ...file, analysis: { ...analysis, problems } };
  });
  return { files: rest, hints };
}

const UNUSED = 'unused-suppression';

const at = (line: number | undefined): string => (line === undefined ? '' : `line ${line}: `);
