import type { Stats } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { applyEdits, type Edit, type FileProblem } from '@regmigrate/core';
import { decode, digestOf, encode, encodePath, type Encoding } from '@regmigrate/scanner';
import { fixProblem, writingProblem } from '../fix-problem.ts';
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
  const target = await checkTarget(cwd, path);
  if (!target.ok) return target;
  const refuse = (problem: FileProblem): Prepared => ({ ok: false, problem });
  try {
    const oldBytes = await readFile(encodePath(resolve(cwd, path)));
    const newBytes = rewritten(oldBytes, rewrite);
    if (typeof newBytes === 'string') return refuse(fixProblem(path, newBytes));
    return { ok: true, prepared: { stat: target.stat, oldBytes, newBytes } };
  } catch (error) {
    return refuse(writingProblem(path, error));
  }
}

/** The new bytes, or why there are none. */
export function rewritten(
  oldBytes: Buffer,
  rewrite: Rewrite,
): Buffer | 'changed-since-read' | 'not-encodable' {
  if (digestOf(oldBytes) !== rewrite.before) return 'changed-since-read';
  const decoded = decode(oldBytes);
  if (decoded.encoding !== rewrite.encoding) return 'changed-since-read';
  const applied = applyEdits(decoded.text, rewrite.edits);
  if (!applied.ok) return 'changed-since-read';
  const newBytes = encode(applied.text, rewrite.encoding);
  // Otherwise the inverted edits would not fit what was written.
  const again = decode(newBytes);
  return again.text === applied.text && again.encoding === rewrite.encoding ? newBytes : 'not-encodable';
}
