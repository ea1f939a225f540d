import { resolve } from 'node:path';
import { applyEdits } from '@regmigrate/core';
import { decode, digestOf, encode, readSource } from '@regmigrate/scanner';
import { recordPlace } from './record-path.ts';
import { readRecord, type UndoEntry } from './undo-record.ts';

export interface ContentsBeforeFix {
  /** Absolute path → the bytes that the last fix found there. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Absolute paths of files that the fix wrote and someone changed since: what they held is not known. */
  readonly changed: readonly string[];
}

/** What `undo` would restore, without writing it; undefined where there is no record. */
export async function contentsBeforeFix(options: {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}): Promise<ContentsBeforeFix | undefined> {
  const place = recordPlace(options.cwd, options.env ?? {});
  const record = await readRecord(place.file);
  if (record === undefined) return undefined;
  const files = new Map<string, Buffer>();
  const changed: string[] = [];
  for (const run of record.runs.toReversed()) {
    for (const entry of run.files) {
      const path = resolve(place.base, run.cwd, entry.path);
      const before = restored(files.get(path) ?? (await bytesOf(path)), entry);
      if (before === undefined) changed.push(path);
      else files.set(path, before);
    }
  }
  return { files, changed };
}

async function bytesOf(path: string): Promise<Buffer | undefined> {
  const read = await readSource(path, { cwd: '/', maxFileSize: Infinity });
  return read.ok ? encode(read.source.file.text, read.source.encoding) : undefined;
}

function restored(
  now: Buffer | undefined,
  { before, after, encoding, edits }: UndoEntry,
): Buffer | undefined {
  if (now === undefined) return undefined;
  const digest = digestOf(now);
  // A run that was killed did not write all that its record names.
  if (digest === before) return now;
  if (digest !== after) return undefined;
  const applied = applyEdits(decode(now).text, edits);
  const bytes = applied.ok ? encode(applied.text, encoding) : undefined;
  return bytes !== undefined && digestOf(bytes) === before ? bytes : undefined;
}
