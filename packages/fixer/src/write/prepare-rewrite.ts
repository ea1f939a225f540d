import type { Stats } from 'node:fs';
import { applyEdits, type Edit, type FileProblem } from '@regmigrate/core';
import { decode, encode, readSource, type Encoding, type ReadSource } from '@regmigrate/scanner';
import { fixProblem } from '../fix-problem.ts';
import { checkTarget } from './check-target.ts';

/** A change to one file that holds only while the file is as it was. */
export interface Rewrite {
  readonly path: string;
  readonly encoding: Encoding;
  /** Digest of the bytes that the edits are for. */
  readonly before: string;
  readonly edits: readonly Edit[];
}

/** Old and new content of a file that may be written. */
export interface PreparedRewrite {
  readonly stat: Stats;
  readonly oldBytes: Buffer;
  readonly newBytes: Buffer;
}

export type Prepared =
  | { readonly ok: true; readonly prepared: PreparedRewrite }
  | { readonly ok: false; readonly problem: FileProblem };

export async function prepareRewrite(cwd: string, rewrite: Rewrite): Promise<Prepared> {
  const { path } = rewrite;
  const target = checkTarget(cwd, path);
  if (!target.ok) return target;
  const read = await readSource(path, { cwd, maxFileSize: Infinity });
  if (!read.ok) return read;
  const newBytes = rewritten(read.source, rewrite);
  if (typeof newBytes === 'string') return { ok: false, problem: fixProblem(path, newBytes) };
  const { file, encoding } = read.source;
  return { ok: true, prepared: { stat: target.stat, oldBytes: encode(file.text, encoding), newBytes } };
}

/** The new bytes, or why there are none. */
function rewritten(
  { digest, encoding, file }: ReadSource,
  rewrite: Rewrite,
): Buffer | 'changed-since-read' | 'not-encodable' {
  if (digest !== rewrite.before || encoding !== rewrite.encoding) return 'changed-since-read';
  const applied = applyEdits(file.text, rewrite.edits);
  if (!applied.ok) return 'changed-since-read';
  const newBytes = encode(applied.text, encoding);
  // Otherwise the inverted edits would not fit what was written.
  const again = decode(newBytes);
  return again.text === applied.text && again.encoding === encoding ? newBytes : 'not-encodable';
}
