import { constants, lstatSync } from 'node:fs';
import { open, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { decodePath, encodePath, type Environment } from '@regmigrate/scanner';
import { PathIndex, type FileTree, type TreeEntry } from './file-tree.ts';
import { git, splitAtNul } from './git.ts';
import { joinPath } from './tree-path.ts';

/** Larger files are no part of a chart that Helm would load, nor of a kustomization. Bytes. */
const LARGEST_FILE = 64 * 2 ** 20;

/** The files on the disk: what git tracks or would track, and without git all. Links are never followed. */
export async function openWorkTree(root: string, inGit: boolean, env: Environment): Promise<FileTree> {
  const listed = inGit ? await listWithGit(root, env) : undefined;
  const { paths, ignored } = listed ?? { paths: await walk(root), ignored: [] };
  return {
    paths: new PathIndex([...paths, ...ignored].filter((path) => !isModule(path))),
    ignored: new Set(ignored),
    read: (path) => readEntry(join(root, path)),
  };
}

async function listWithGit(
  root: string,
  env: Environment,
): Promise<{ paths: readonly string[]; ignored: readonly string[] } | undefined> {
  const list = ['ls-files', '-z', '--exclude-standard'];
  const [paths, deleted, ignored] = await Promise.all([
    git(root, env, [...list, '--cached', '--others']),
    git(root, env, ['ls-files', '-z', '--deleted']),
    git(root, env, [...list, '--others', '--ignored', '--', ':(glob)**/charts/**']),
  ]);
  if (paths === undefined || deleted === undefined) return undefined;
  const gone = new Set(splitAtNul(deleted));
  const there = splitAtNul(paths).filter((path) => !gone.has(path));
  return { paths: there, ignored: ignored ? splitAtNul(ignored) : [] };
}

async function walk(root: string): Promise<readonly string[]> {
  const paths: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await readdir(encodePath(join(root, folder)), { withFileTypes: true, encoding: 'buffer' })
      // A folder that may not be read holds nothing that could be rendered.
      .catch(() => []);
    for (const entry of entries) {
      const path = joinPath(folder, decodePath(entry.name));
      if (!entry.isDirectory()) paths.push(path);
      else if (!/(?:^|\/)(?:\.git|node_modules)$/.test(path)) folders.push(path);
    }
  }
  return paths;
}

const isModule = (path: string): boolean => /(?:^|\/)node_modules\//.test(path);

async function readEntry(path: string): Promise<TreeEntry | undefined> {
  const name = encodePath(path);
  try {
    const stat = lstatSync(name);
    if (stat.isSymbolicLink()) return { kind: 'link', target: decodePath(await readlink(name, 'buffer')) };
    if (!stat.isFile() || stat.size > LARGEST_FILE) return undefined;
    const file = await open(name, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    return { kind: 'file', bytes: await file.readFile().finally(() => file.close()) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return undefined;
  }
}
