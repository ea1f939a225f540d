import type { Finding } from '@regmigrate/core';
import { entryOf, keyOf, type BaselineEntry } from './baseline.ts';

/** The entries of all findings, and those of files that the run has not looked into, sorted. */
export function updateBaseline(
  findings: readonly Finding[],
  entries: readonly BaselineEntry[],
  fileOf: (file: string) => string,
  covers: (file: string) => boolean,
): readonly BaselineEntry[] {
  const counted = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    const entry = entryOf(finding, fileOf);
    const key = keyOf(entry);
    counted.set(key, { ...entry, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  const others = entries.filter(({ file }) => !covers(file));
  return [...others, ...counted.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
