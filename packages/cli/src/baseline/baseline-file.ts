import { lstatSync, readFileSync, statSync } from 'node:fs';
import { UsageError } from '@regmigrate/core';
import { leadsOut } from '../output/leads-out.ts';
import { replaceFile } from '../output/replace-file.ts';

/** Bytes. One of a million references has about 150 MB. */
const LARGEST = 256 * 1024 * 1024;

/** Undefined where there is none. `shown`: how messages name the file. */
export function readBaseline(path: string, shown: string): string | undefined {
  try {
    const stat = statSync(path);
    // A pipe would wait for ever.
    if (!stat.isFile())
      throw unreadable(shown, stat.isDirectory() ? 'it is a folder' : 'it is not a regular file');
    if (stat.size > LARGEST)
      throw unreadable(shown, `it has ${stat.size} bytes, and no more than ${LARGEST} are read`);
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !isLink(path)) return undefined;
    throw unreadable(shown, code === 'ENOENT' ? 'it is a link to nothing' : code);
  }
}

/** Whole or not at all, and nowhere else: `cwd` is the folder that no link may lead out of. */
export function writeBaseline(path: string, text: string, shown: string, cwd: string): void {
  if (isLink(path)) throw unwritable(shown, 'it is a link; name the file itself');
  if (leadsOut(cwd, path))
    throw unwritable(shown, 'a folder on the way is a link out of the working directory; name its target');
  try {
    replaceFile(path, text, lstatSync(path, { throwIfNoEntry: false })?.mode);
  } catch (error) {
    throw unwritable(shown, (error as NodeJS.ErrnoException).code ?? 'unknown');
  }
}

const isLink = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

const unreadable = (shown: string, why: string): UsageError =>
  new UsageError('baseline-unreadable', `The baseline ${shown} could not be read (${why}).`);

const unwritable = (shown: string, why: string): UsageError =>
  new UsageError('baseline-unwritable', `The baseline ${shown} could not be written (${why}).`);
