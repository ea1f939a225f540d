import type { FileAnalysis, SourceFile } from '@regmigrate/core';
import { linkAlone } from '@regmigrate/links';
import { analyzeSource, readStdin, type ReadSource, type ScanResult } from '@regmigrate/scanner';
import type { Arguments } from '../arguments/parse-arguments.ts';
import type { Invocation } from '../invocation.ts';

export async function searchStdin(
  filename: string,
  { maxFileSize }: Arguments,
  { stdin }: Invocation,
  analyze: ((file: SourceFile) => FileAnalysis) | undefined,
): Promise<ScanResult & { stdin?: ReadSource }> {
  const read = await readStdin(stdin, filename, maxFileSize);
  if (!read.ok) return { filesScanned: 0, files: [], problems: [read.problem] };
  if (!analyze) return { filesScanned: 0, files: [], problems: [], stdin: read.source };
  const files = analyzeSource(read.source, (file) => {
    const analysis = analyze(file);
    // No more than this text is known, so nothing that hangs on other files is sure.
    return linkAlone([analysis])[0] ?? analysis;
  });
  return { filesScanned: 1, files, problems: [], stdin: read.source };
}
