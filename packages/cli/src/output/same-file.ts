import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Whether two absolute paths are, or may become, one file: by links of folders, hard links, or names but for case. */
export function isSameFile(a: string, b: string): boolean {
  if (placeOf(a) === placeOf(b)) return true;
  const [one, other] = [lstatSync(a, ABSENT), lstatSync(b, ABSENT)];
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev;
}

const ABSENT = { throwIfNoEntry: false, bigint: true } as const;

/** Some file systems know no case, and not all spellings of a letter; to two files of a tree it makes no difference. */
const placeOf = (path: string): string => realPathOf(path).normalize('NFC').toLowerCase();

function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // A file that is not there yet, in a folder that is.
  }
  try {
    return join(realpathSync(dirname(path)), basename(path));
  } catch {
    return path;
  }
}
