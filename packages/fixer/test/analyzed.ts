import type { FileAnalysis, SourceFile } from '@regmigrate/core';
import { analyzeSource, readSource, type AnalyzedFile } from '@regmigrate/scanner';

/** Every `old.io` becomes `new.example.io`, and every `maybe.io` too, less surely. */
export function analyzeStub({ path, text }: SourceFile): FileAnalysis {
  const findings = [...text.matchAll(/old\.io|maybe\.io/g)].map((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    return {
      file: path,
      span,
      rule: 'stub',
      code: 'moved',
      message: 'moved',
      context: 'text' as const,
      old: match[0],
      new: 'new.example.io',
      severity: 'error' as const,
      applicability: match[0] === 'old.io' ? ('safe' as const) : ('unsafe' as const),
      edits: [{ span, expected: match[0], text: 'new.example.io' }],
    };
  });
  return { file: path, findings, kept: [], problems: [] };
}

export async function analyzed(cwd: string, ...paths: string[]): Promise<AnalyzedFile[]> {
  const files: AnalyzedFile[] = [];
  for (const path of paths) {
    const read = await readSource(path, { cwd, maxFileSize: 1e9 });
    if (!read.ok) throw new Error(read.problem.message);
    files.push(...analyzeSource(read.source, analyzeStub));
  }
  return files;
}
