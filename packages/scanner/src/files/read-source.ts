import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FileProblem, SourceFile, Tree } from '@regmigrate/core';
import { encodePath } from './path-bytes.ts';
import { readRegularFile } from './read-regular-file.ts';
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
  /** What the file is given to look around in. */
  readonly tree?: Tree;
}

export type ReadResult =
  { readonly ok: true; readonly source: ReadSource } | { readonly ok: false; readonly problem: FileProblem };

export const defaultMaxFileSize = 16 * 1024 * 1024;

/**
 * Reads a regular file. Anything else is a problem and is never opened: a pipe would wait for ever.
 *
 * The calls are synchronous: ripgrep has just read the file, so it is in memory, and to ask the thread pool six
 * times for a small file costs several times more than to read it.
 */
export async function readSource(path: string, { cwd, maxFileSize, tree }: ReadOptions): Promise<ReadResult> {
  const name = encodePath(resolve(cwd, path));
  try {
    const stat = lstatSync(name);
    if (!stat.isFile()) return { ok: false, problem: scanProblem(path, 'not-a-file') };
    if (stat.size > maxFileSize) return { ok: false, problem: tooLarge(path, stat.size, maxFileSize) };
    const bytes = readRegularFile(name);
    if (bytes.length > maxFileSize) return { ok: false, problem: tooLarge(path, bytes.length, maxFileSize) };
    const source = sourceOf(path, bytes, stat.mtimeMs);
    return { ok: true, source: tree ? { ...source, file: { ...source.file, tree } } : source };
  } catch (error) {
    return { ok: false, problem: readingProblem(path, error) };
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
