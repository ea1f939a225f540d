import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { encodePath } from '../files/path-bytes.ts';
import { decode } from '../files/text-encoding.ts';

const chunkSize = 1 << 20;
/** Longer than anything that the pattern may match. */
const overlap = 4096;

/** Whether the file, of any size, holds a match; read piece by piece. */
export function matchesFile(cwd: string, path: string, pattern: RegExp): boolean {
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);
  const file = openSync(encodePath(resolve(cwd, path)), flags);
  try {
    const { size } = fstatSync(file);
    const buffer = Buffer.allocUnsafe(Math.min(size + 1, chunkSize));
    let encoding: BufferEncoding | 'utf-16be' = 'latin1';
    let tail = '';
    for (let first = true; ; first = false) {
      const length = fill(file, buffer);
      if (length === 0) return false;
      const bytes = buffer.subarray(0, length);
      if (first) encoding = unitEncoding(bytes);
      const text = tail + (encoding === 'utf-16be' ? decode16(bytes) : bytes.toString(encoding));
      if (pattern.test(text)) return true;
      tail = text.slice(-overlap);
    }
  } finally {
    closeSync(file);
  }
}

/** Retired names are ASCII, so in UTF-8 one character a byte finds them too. */
function unitEncoding(bytes: Buffer): 'latin1' | 'utf16le' | 'utf-16be' {
  const { encoding } = decode(bytes.subarray(0, 2));
  return encoding === 'utf-16le' ? 'utf16le' : encoding === 'utf-16be' ? encoding : 'latin1';
}

function decode16(bytes: Buffer): string {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1))
    .swap16()
    .toString('utf16le');
}

/** Fills the buffer unless the file ends, so that a piece never ends between the halves of a unit. */
function fill(file: number, buffer: Buffer): number {
  let length = 0;
  while (length < buffer.length) {
    const count = readSync(file, buffer, length, buffer.length - length, null);
    if (count === 0) break;
    length += count;
  }
  return length;
}
