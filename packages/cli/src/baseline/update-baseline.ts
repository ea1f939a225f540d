import type { Finding } from '@regmigrate/core';
import { entryOf, keyOf, type BaselineEntry } from './baseline.ts';

/**
 * The entries of all findings, sorted. `isJudged`: whether the run knows what a file of the baseline holds; of others
 * no entry is taken out or made less.
 */
export function updateBaseline(
  findings: readonly Finding[],
  entries: readonly BaselineEntry[],
  fileOf: (file: string) => string,
  isJudged: (file: string) => boolean,
): readonly BaselineEntry[] {
  const counted = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    const entry = entryOf(finding, fileOf);
    const key = keyOf(entry);
    counted.set(key, { ...entry, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  for (const entry of entries) {
    const key = keyOf(entry);
    const count = counted.get(key)?.count ?? 0;
    if (count < entry.count && !isJudged(entry.file)) counted.set(key, entry);
  }
  return [...counted.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
