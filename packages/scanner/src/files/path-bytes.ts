import { isUtf8 } from 'node:buffer';

// File names on Linux are bytes and need not be UTF-8. A byte that is not part of a valid character becomes
// the lone surrogate U+DC00 + byte (as Python's surrogateescape does). Such a path is still a string: it can
// be joined, compared and sorted; printed, the surrogates come out as U+FFFD; `encodePath` gives the file.

/** The path in these bytes as a string that `encodePath` turns back into the same bytes. */
export function decodePath(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  let path = '';
  let at = 0;
  while (at < bytes.length) {
    const length = validLength(bytes, at);
    path +=
      length > 0 ? bytes.toString('utf8', at, at + length) : String.fromCharCode(0xdc00 + (bytes[at] ?? 0));
    at += Math.max(length, 1);
  }
  return path;
}

/** What node:fs must be given to open the file: the path itself, or its bytes where no string can name it. */
export function encodePath(path: string): string | Buffer {
  if (!/[\uDC80-\uDCFF]/.test(path)) return path;
  const pieces = path.split(/((?<![\uD800-\uDBFF])[\uDC80-\uDCFF])/);
  return Buffer.concat(
    pieces.map((piece, index) =>
      index % 2 === 1 ? Buffer.of(piece.charCodeAt(0) - 0xdc00) : Buffer.from(piece),
    ),
  );
}

/** Bytes of the valid character at `at`; 0 where there is none. */
function validLength(bytes: Buffer, at: number): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length++) {
    if (isUtf8(bytes.subarray(at, at + length))) return length;
  }
  return 0;
}
