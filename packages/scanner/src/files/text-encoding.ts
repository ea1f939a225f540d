import { isUtf8 } from 'node:buffer';
import type { SourceFile } from '@regmigrate/core';

/** `latin1` is one character a byte: the way to hold any bytes without loss. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly opaque?: NonNullable<SourceFile['opaque']>;
}

/** How far git looks for a NUL when it decides that a file is binary. */
const binaryHead = 8000;

/** Total and without loss: `encode(decode(bytes))` gives the same bytes, whatever they are. */
export function decode(bytes: Buffer): Decoded {
  if (bytes.length % 2 === 0 && bytes.length >= 2) {
    const mark = bytes.readUInt16LE(0);
    if (mark === 0xfeff) return { text: bytes.toString('utf16le'), encoding: 'utf-16le' };
    if (mark === 0xfffe)
      return { text: Buffer.from(bytes).swap16().toString('utf16le'), encoding: 'utf-16be' };
  }
  // Before the test for UTF-8: an archive of plain texts is valid UTF-8, and an edit would break it.
  if (bytes.subarray(0, binaryHead).includes(0)) return opaque(bytes, 'binary');
  if (isUtf8(bytes)) return { text: bytes.toString('utf8'), encoding: 'utf-8' };
  return opaque(bytes, 'encoding');
}

export function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  return Buffer.from(text, encoding);
}

function opaque(bytes: Buffer, reason: 'binary' | 'encoding'): Decoded {
  return { text: bytes.toString('latin1'), encoding: 'latin1', opaque: reason };
}
