import type { ContextId, SourceFile } from '@regmigrate/core';

/** Folders and names of what tests expect to get; kuttl's assertions are such files. */
const EXPECTED =
  /(?:^|\/)(?:golden|expected|__snapshots__)\/|(?:^|\/)\d+-assert\.ya?ml$|\.(?:snap|out)$|[._](?:golden|expected|disallowed)\.\w+$/;

/** What makes every use in a file doubtful, however plain it looks there; undefined for most files. */
export function doubtfulFile({ path }: SourceFile): ContextId | undefined {
  return EXPECTED.test(path) ? 'test-data' : undefined;
}
