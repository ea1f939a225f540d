import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Kept by the command itself, or by git; no part of a tree. */
const APART = new Set(['.git', '.state']);

/** All files below a folder by path, as Latin-1 so that each byte shows; of a link, what it points to. */
export function readFolder(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => [join(entry.parentPath, entry.name), entry] as const)
    .map(([path, entry]) => [
      relative(folder, path).replaceAll(sep, '/'),
      entry.isSymbolicLink() ? `-> ${readlinkSync(path)}` : readFileSync(path, 'latin1'),
    ])
    .filter(([path = '']) => !APART.has(path.split('/')[0] ?? ''));
  return Object.fromEntries(files.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))) as Record<
    string,
    string
  >;
}
