import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { FileProblem, SourceFile } from '@regmigrate/core';
import { encodePath } from './path-bytes.ts';
import { readingProblem, scanProblem } from './scan-problem.ts';
import { decode, type Encoding } from './text-encoding.ts';

/** What tells whether a file is still as it was read, and how to write it again. */
export interface SourceStamp {
  readonly path: string;
  readonly encoding: Encoding;
  /** Bytes. */
  readonly size: number;
  readonly mtimeMs: number;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly digest: string;
}

export interface ReadSource extends SourceStamp {
  readonly file: SourceFile;
}

export interface ReadOptions {
  readonly cwd: string;
  /** Bytes. */
  readonly maxFileSize: number;
}

export type ReadResult =
  { readonly ok: true; readonly source: ReadSource } | { readonly ok: false; readonly problem: FileProblem };

export const defaultMaxFileSize = 16 * 1024 * 1024;

/** Reads a regular file. Anything else is a problem and is never opened: a pipe would wait for ever. */
export async function readSource(path: string, { cwd, maxFileSize }: ReadOptions): Promise<ReadResult> {
  const name = encodePath(resolve(cwd, path));
  let handle: FileHandle | undefined;
  try {
    const stat = await lstat(name);
    if (!stat.isFile()) return { ok: false, problem: scanProblem(path, 'not-a-file') };
    if (stat.size > maxFileSize) return { ok: false, problem: tooLarge(path, stat.size, maxFileSize) };
    // The flags hold if the file was exchanged for a link or a pipe since.
    handle = await open(name, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    const bytes = await handle.readFile();
    if (bytes.length > maxFileSize) return { ok: false, problem: tooLarge(path, bytes.length, maxFileSize) };
    return { ok: true, source: sourceOf(path, bytes, stat.mtimeMs) };
  } catch (error) {
    return { ok: false, problem: readingProblem(path, error) };
  } finally {
    await handle?.close();
  }
}

export function sourceOf(path: string, bytes: Buffer, mtimeMs: number): ReadSource {
  const { text, encoding, opaque } = decode(bytes);
  const file = opaque === undefined ? { path, text } : { path, text, opaque };
  return { path, file, encoding, size: bytes.length, mtimeMs, digest: digestOf(bytes) };
}

export function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function tooLarge(path: string, size: number, limit: number): FileProblem {
  return scanProblem(path, 'too-large', `${size} bytes, the limit is ${limit}`);
}
