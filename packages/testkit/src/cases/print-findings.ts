import type { FileAnalysis } from '@regmigrate/core';
import { summarize } from './summarize.ts';

/** The text of `findings.json`: one line a mention, then the codes of the file's problems. */
export function printFindings(text: string, analysis: FileAnalysis): string {
  const entries = [...summarize(text, analysis), ...analysis.problems.map(({ code }) => ({ problem: code }))];
  if (entries.length === 0) return '[]\n';
  return `[\n${entries.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n]\n`;
}
