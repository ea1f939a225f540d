import type { ContextId, SourceFile } from '@regmigrate/core';
import { headOf } from './text/head-of.ts';

/** What generators write at the top, by convention of Go and others. */
const GENERATED = /\bDO NOT EDIT\b|@generated\b|\bauto-?generated\b/i;
/** Folders and names of what tests expect to get; kuttl's assertions are such files. */
const EXPECTED = /(?:^|\/)(?:golden|expected|__snapshots__)\/|(?:^|\/)\d+-assert\.ya?ml$|\.snap$/;

/** What makes every use in a file doubtful, however plain it looks there; undefined for most files. */
export function doubtfulFile({ path, text }: SourceFile): ContextId | undefined {
  if (EXPECTED.test(path)) return 'test-data';
  return GENERATED.test(headOf(text, 1000)) ? 'generated' : undefined;
}
