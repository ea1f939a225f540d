import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fixturesFolder } from '../fixtures-folder.ts';
import type { TreeCase, TreeOptions } from './tree-case.ts';

/** The cases that are whole trees, in the order of their names. A folder without input is a mistake. */
export function listTrees(at: URL = new URL('trees/', fixturesFolder)): readonly TreeCase[] {
  const names = readdirSync(at, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => name)
    .toSorted()
    .map((name) => {
      const folder = new URL(`${name}/`, at);
      if (!existsSync(new URL('input/', folder))) throw new Error(`${folder.pathname} has no input/`);
      return { name, folder, options: readOptions(new URL('options.json', folder)) };
    });
}

const readOptions = (file: URL): TreeOptions =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TreeOptions) : {};
