import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode } from '@regmigrate/scanner';
import { memoryTree } from '../memory-tree.ts';
import type { CaseOptions, FixtureCase, OpenCase } from './fixture-case.ts';

/** Reads a case's input the way the scanner does, bytes that are no UTF-8 included. */
export function readCase(fixture: FixtureCase): OpenCase {
  const { path = fixture.input, siblings = [] } = optionsOf(fixture);
  const bytes = readFileSync(new URL(fixture.input, fixture.folder));
  const { text, opaque } = decode(bytes);
  const beside = siblings.map((name) => [posix.join(posix.dirname(path), name), '']);
  const around = Object.fromEntries([...beside, ...treeOf(fixture), [path, text]]);
  return {
    ...fixture,
    bytes,
    file: { path, text, tree: memoryTree(around), ...(opaque && { opaque }) },
  };
}

function optionsOf({ folder }: FixtureCase): CaseOptions {
  const file = new URL('options.json', folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as CaseOptions) : {};
}

/** The files in the case's folder `tree/`, by their paths in it: what lies around the input. */
function treeOf({ folder }: FixtureCase): readonly (readonly [string, string])[] {
  const root = fileURLToPath(new URL('tree/', folder));
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8')] as const);
}
