import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Tree } from '@regmigrate/core';
import { isWithin } from './is-within.ts';
import { nameFrom } from './name-from.ts';
import { encodePath } from './path-bytes.ts';
import { readRegularFile } from './read-regular-file.ts';
import { decode } from './text-encoding.ts';
import { topOfTree } from './top-of-tree.ts';

export interface TreeOptions {
  readonly cwd: string;
  /** What the run is about, from there. */
  readonly paths?: readonly string[];
  /** Bytes. */
  readonly maxFileSize: number;
}

/** Texts that are held at a time, in UTF-16 units: the charts around a few values files. */
const budget = 32 * 1024 * 1024;

/**
 * The files around those of a run, as far as the repository goes in which the working directory lies, or the
 * working directory itself outside of Git. No link is followed out of it.
 */
export function openTree({ cwd, paths, maxFileSize }: TreeOptions): Tree {
  const top = topOfTree(cwd, paths);
  const root = realPath(top);
  const texts = new Map<string, string | undefined>();
  const folders = new Map<string, readonly string[]>();
  const realFolders = new Map<string, string | undefined>();
  let held = 0;

  function readText(path: string): string | undefined {
    const name = nameInside(path);
    if (name === undefined) return undefined;
    try {
      const stat = lstatSync(encodePath(name));
      // Only a link need be followed; the folders above are known.
      if (stat.isSymbolicLink()) return readLinked(path);
      if (!stat.isFile() || stat.size > maxFileSize) return undefined;
      const { text, opaque } = decode(readRegularFile(encodePath(name)));
      return opaque === 'binary' ? undefined : text;
    } catch {
      return undefined;
    }
  }

  function readLinked(path: string): string | undefined {
    const name = inside(path);
    return name === undefined ? undefined : readText(name);
  }

  /** The absolute name of a file in the tree, links resolved but for the file itself. */
  function nameInside(path: string): string | undefined {
    const absolute = resolve(cwd, path);
    const above = dirname(absolute);
    if (!realFolders.has(above)) realFolders.set(above, inside(above));
    const folder = realFolders.get(above);
    return folder === undefined ? undefined : join(folder, basename(absolute));
  }

  /** The absolute name of what lies in the tree, links resolved. */
  function inside(path: string): string | undefined {
    const name = realPath(resolve(cwd, path));
    return root !== undefined && name !== undefined && isWithin(root, name) ? name : undefined;
  }

  return {
    root: nameFrom(cwd, top),
    nameOf: (path) => nameFrom(cwd, path),
    read(path) {
      const key = resolve(cwd, path);
      if (!texts.has(key)) {
        const text = readText(path);
        held += text?.length ?? 0;
        if (held > budget) {
          texts.clear();
          held = text?.length ?? 0;
        }
        texts.set(key, text);
      }
      return texts.get(key);
    },
    list(folder) {
      const key = resolve(cwd, folder);
      const known = folders.get(key);
      if (known) return known;
      const name = inside(folder);
      const names = name === undefined ? [] : namesIn(name);
      folders.set(key, names);
      return names;
    },
  };
}

/** Empty where a folder cannot be read, for its names are only a hint. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(encodePath(folder), { withFileTypes: true }).map((entry) =>
      entry.isDirectory() ? `${String(entry.name)}/` : String(entry.name),
    );
  } catch {
    return [];
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(encodePath(path)).toString();
  } catch {
    return undefined;
  }
}
