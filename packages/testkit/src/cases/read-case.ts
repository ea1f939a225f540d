import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { decode } from '@regmigrate/scanner';
import { memoryTree } from '../memory-tree.ts';
import type { CaseOptions, FixtureCase, OpenCase } from './fixture-case.ts';

/** Reads a case's input the way the scanner does, bytes that are no UTF-8 included. */
export function readCase(fixture: FixtureCase): OpenCase {
  const { path = fixture.input, siblings = [] } = optionsOf(fixture);
  const bytes = readFileSync(new URL(fixture.input, fixture.folder));
  const { text, opaque } = decode(bytes);
  const beside = siblings.map((name) => [posix.join(posix.dirname(path), name), '']);
  return {
    ...fixture,
    bytes,
    file: { path, text, tree: memoryTree(Object.fromEntries(beside)), ...(opaque && { opaque }) },
  };
}

function optionsOf({ folder }: FixtureCase): CaseOptions {
  const file = new URL('options.json', folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as CaseOptions) : {};
}
