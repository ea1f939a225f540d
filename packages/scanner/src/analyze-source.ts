import { judgeVendored } from '@regmigrate/links';
import type { ReadSource } from './files/read-source.ts';
import { locate } from './locate.ts';
import type { AnalyzedFile, ScanOptions } from './scan.ts';

/** A text that may stay in memory: shorter than what is said of it, or nearly. */
const smallText = 4096;

/** Empty where there is nothing to say of the file. */
export function analyzeSource(source: ReadSource, analyze: ScanOptions['analyze']): readonly AnalyzedFile[] {
  const analysis = judgeVendored(analyze(source.file), source.file);
  if (analysis.findings.length + analysis.kept.length + analysis.problems.length === 0) return [];
  const { path, encoding, size, mtimeMs, digest } = source;
  const { text } = source.file;
  const located = text.length > smallText ? detach(locate(analysis, text)) : locate(analysis, text);
  return [{ analysis: located, source: { path, encoding, size, mtimeMs, digest } }];
}

/** A copy that shares no string with the original: V8 keeps a whole text in memory for a slice of it. */
function detach<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
