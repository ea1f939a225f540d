import type { Finding, Kept, Located } from '@regmigrate/core';

export type Entry = Located<Finding> | Located<Kept>;

/** Findings and kept mentions of one file, in the order of the text. */
export interface FileGroup {
  readonly file: string;
  readonly entries: readonly Entry[];
}

/** Both lists are sorted by file; so is the result. */
export function groupByFile(findings: readonly Entry[], kept: readonly Entry[]): FileGroup[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of [...findings, ...kept]) {
    const entries = groups.get(entry.file);
    if (entries) entries.push(entry);
    else groups.set(entry.file, [entry]);
  }
  const files = [...groups].map(([file, entries]) => ({ file, entries }));
  if (kept.length === 0) return files;
  for (const { entries } of files) entries.sort((a, b) => a.span.start - b.span.start);
  return files.sort((a, b) => (a.file < b.file ? -1 : 1));
}
