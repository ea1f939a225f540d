import { closeSync, openSync, readSync } from 'node:fs';

/** Bytes; enough for what every report begins with. */
const HEAD = 64 * 1024;

/** What a file begins with, as UTF-8; cut after the last whole line where there is more. */
export function headOfFile(path: string): string {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(HEAD);
    const length = readSync(file, buffer, 0, HEAD, 0);
    const text = buffer.toString('utf8', 0, length);
    return length < HEAD ? text : text.slice(0, text.lastIndexOf('\n') + 1) || text;
  } finally {
    closeSync(file);
  }
}
