import type { FileProblem } from '@regmigrate/core';
import type { analyzeSource } from './analyze-source.ts';
import type { ArchiveOptions } from './archives/analyze-archive.ts';
import { readSource } from './files/read-source.ts';
import type { AnalyzedFile } from './scan.ts';

export type Read =
  | { readonly problem: FileProblem }
  /** Undefined where the file holds no retired name, and is not analyzed. */
  | { readonly files: readonly AnalyzedFile[] | undefined };

export interface ReadingOptions extends ArchiveOptions {
  /** Loads what analyzes, once. */
  readonly ready: () => Promise<{ readonly analyzeSource: typeof analyzeSource }>;
}

export async function readText(
  path: string,
  { pattern, analyze, ready, ...options }: ReadingOptions,
): Promise<Read> {
  const read = await readSource(path, options);
  if (!read.ok) return { problem: read.problem };
  // A file named on the command line was not searched before.
  if (!pattern.test(read.source.file.text)) return { files: undefined };
  return { files: (await ready()).analyzeSource(read.source, analyze) };
}
