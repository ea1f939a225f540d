import type { Hint } from '@regmigrate/core';
import { discover, type DiscoverOptions } from '@regmigrate/scanner';

type Selection = Omit<DiscoverOptions, 'pattern' | 'archives' | 'onProgress'>;

/** In every file that is not empty. */
const ANY = '^';

/**
 * Where a search met no file at all: whether there are some, and what leaves them out. Nothing searched looks like
 * nothing to do, and a glob that was meant for a few files is easily one for all.
 */
export async function noteAllIgnored({ isIgnored, ...selection }: Selection): Promise<readonly Hint[]> {
  if (!selection.ignoreFiles) return [];
  const meets = async (options: Selection): Promise<boolean> =>
    (await discover({ ...options, pattern: ANY })).filesScanned > 0;
  const by =
    isIgnored && (await meets(selection))
      ? 'the configuration'
      : (await meets({ ...selection, ignoreFiles: false }))
        ? 'ignore files'
        : undefined;
  if (by === undefined) return [];
  const [first = '.', ...more] = selection.paths;
  const message = `every file is left out by ${by}, so nothing was searched (--no-ignore reads all)`;
  return [{ file: more.length === 0 ? first : '.', code: 'ignored', message }];
}
