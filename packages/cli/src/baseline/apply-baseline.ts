import type { Finding, Kept, Located } from '@regmigrate/core';
import { contexts } from '@regmigrate/core';
import { entryOf, keyOf, type BaselineEntry } from './baseline.ts';

interface Applied {
  /** What the baseline does not hold. */
  readonly findings: readonly Located<Finding>[];
  /** What it holds, each with its place. */
  readonly kept: readonly Located<Kept>[];
  /** Entries of which fewer were found. */
  readonly short: readonly ShortEntry[];
}

export interface ShortEntry {
  readonly entry: BaselineEntry;
  /** How many. */
  readonly missing: number;
}

export function applyBaseline(
  findings: readonly Located<Finding>[],
  entries: readonly BaselineEntry[],
  fileOf: (file: string) => string,
): Applied {
  const left = new Map(entries.map((entry) => [keyOf(entry), entry.count]));
  const kept: Located<Kept>[] = [];
  const fresh = findings.filter((finding) => {
    const key = keyOf(entryOf(finding, fileOf));
    const count = left.get(key) ?? 0;
    if (count === 0) return true;
    left.set(key, count - 1);
    kept.push(keptOf(finding));
    return false;
  });
  const short = entries
    .map((entry) => ({ entry, missing: left.get(keyOf(entry)) ?? 0 }))
    .filter(({ missing }) => missing > 0);
  return { findings: fresh, kept, short };
}

function keptOf({
  edits: _edits,
  severity: _severity,
  applicability: _applicability,
  ...mention
}: Located<Finding>) {
  const { new: _new, ...kept } = mention;
  return { ...kept, context: 'baseline' as const, reason: contexts.baseline.reason };
}
