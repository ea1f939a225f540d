import { closeSync, constants, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { encodePath } from '../files/path-bytes.ts';

/** The first bytes of what gzip writes: its mark, and the one method of packing there is. */
const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);

/** The same for ripgrep, which reads lines: at the start of one, so that few other binary files match. */
export const archivePattern = String.raw`^\x1f\x8b\x08`;

export function isArchiveName(path: string): boolean {
  return /\.(?:tgz|tar\.gz)$/i.test(path);
}

export function isGzip(bytes: Uint8Array): boolean {
  return MAGIC.equals(bytes.subarray(0, MAGIC.length));
}

/** Whether a file is an archive by its name and its first bytes; false where it cannot be read. */
export function isArchiveFile(cwd: string, path: string): boolean {
  if (!isArchiveName(path)) return false;
  let file: number | undefined;
  try {
    file = openArchive(cwd, path);
    const head = Buffer.alloc(MAGIC.length);
    readSync(file, head, 0, head.length, 0);
    return isGzip(head);
  } catch {
    return false;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Neither waits for a pipe nor follows a link. */
export function openArchive(cwd: string, path: string): number {
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
  return openSync(encodePath(resolve(cwd, path)), flags);
}
