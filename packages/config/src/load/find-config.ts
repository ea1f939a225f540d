import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '@regmigrate/core';

/** What a configuration is called, in any folder from the working directory up to the top of its repository. */
export const configNames = [
  '.regmigrate.yaml',
  '.regmigrate.yml',
  'regmigrate.config.json',
  'regmigrate.config.js',
  'regmigrate.config.mjs',
  'regmigrate.config.ts',
] as const;

const MANIFEST = 'package.json';

/**
 * The nearest configuration; undefined where there is none. Asks for a few names in a few folders and reads
 * nothing but a package.json that holds the word. Outside of a repository only `cwd` is looked into: what lies
 * above it may be anybody's.
 */
export function findConfig(cwd: string): string | undefined {
  const top = repositoryOf(cwd) ?? cwd;
  for (let folder = cwd; ; folder = dirname(folder)) {
    const found = configNames.map((name) => join(folder, name)).filter(isThere);
    if (hasKey(join(folder, MANIFEST))) found.push(join(folder, MANIFEST));
    const [first, second] = found;
    if (first !== undefined && second !== undefined)
      throw new UsageError(
        'two-configs',
        `${first} and ${second} are both a configuration; leave one, or name it with --config`,
      );
    if (first !== undefined || folder === top || dirname(folder) === folder) return first;
  }
}

/** A link to nothing is there, too: whoever made it meant it to count, and reading it says what is wrong. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // In a folder that cannot be read.
    return false;
  }
}

/** The top of the git work tree that the folder lies in; undefined outside of git. */
export function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

function hasKey(manifest: string): boolean {
  try {
    const text = readFileSync(manifest, 'utf8').replace(/^\uFEFF/, '');
    if (!text.includes('"regmigrate"')) return false;
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && Object.hasOwn(value, 'regmigrate');
  } catch {
    // Not there, or broken: npm says so better.
    return false;
  }
}
