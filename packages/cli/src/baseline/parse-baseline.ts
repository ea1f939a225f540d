import { UsageError } from '@regmigrate/core';
import type { BaselineEntry } from './baseline.ts';

const VERSION = 1;

/** `shown`: how messages name the file. */
export function parseBaseline(text: string, shown: string): readonly BaselineEntry[] {
  const value = parse(text, shown);
  if (typeof value !== 'object' || value === null || !('version' in value))
    throw broken(shown, 'it has no version');
  if (value.version !== VERSION)
    throw new UsageError(
      'baseline-version',
      `The baseline ${shown} is of version ${JSON.stringify(value.version)}, and this regmigrate reads ${VERSION}; --update-baseline writes it anew once the file is gone.`,
    );
  const entries: unknown = 'entries' in value ? value.entries : undefined;
  if (!Array.isArray(entries) || !entries.every(isEntry))
    throw broken(shown, 'an entry is not as it was written');
  return entries;
}

export function printBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "version": ${VERSION},\n  "entries": ${list}\n}\n`;
}

function parse(text: string, shown: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw broken(shown, (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '');
  }
}

function isEntry(value: unknown): value is BaselineEntry {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Record<string, unknown>;
  const texts = ['file', 'rule', 'reference', 'context'].every((key) => typeof entry[key] === 'string');
  return texts && Number.isSafeInteger(entry['count']) && Number(entry['count']) > 0;
}

const broken = (shown: string, why: string): UsageError =>
  new UsageError('bad-baseline', `The baseline ${shown} cannot be used: ${why}.`);
