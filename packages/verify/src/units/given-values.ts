import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { UsageError } from '@regmigrate/core';
import { isWithin } from '@regmigrate/scanner';
import type { FileTree } from '../tree/file-tree.ts';
import type { ValuesFile } from './values-file.ts';

interface Options {
  readonly cwd: string;
  readonly root: string;
  readonly before: FileTree;
}

/** A file of values that the user named. Outside of the tree it is the same in both states. */
export async function givenValues(given: string, { cwd, root, before }: Options): Promise<ValuesFile> {
  const path = resolve(cwd, given);
  const now = await readFile(path).catch(() => {
    throw new UsageError('path-not-found', `No such file: ${given}`);
  });
  const inTree = isWithin(root, path) ? relative(root, path).replaceAll(sep, '/') : undefined;
  const entry = inTree !== undefined && before.paths.has(inTree) ? await before.read(inTree) : undefined;
  const then = inTree === undefined ? now : entry?.kind === 'file' ? entry.bytes : undefined;
  return { shown: given, in: (state) => (state === 'before' ? then : now) };
}
