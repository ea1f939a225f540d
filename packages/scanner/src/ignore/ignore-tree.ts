import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { encodePath } from '../files/path-bytes.ts';
import { compileIgnore, type IgnoreFile } from './compile-ignore.ts';

interface Folder {
  readonly file: IgnoreFile | undefined;
  /** `.git/info/exclude`: asked after all ignore files of the repository. */
  readonly exclude: IgnoreFile | undefined;
  readonly isTop: boolean;
}

/**
 * The ignore files of one name, wherever they lie. Those in folders above count too. Paths are absolute; folders
 * are read once.
 */
export class IgnoreTree {
  readonly #name: string;
  readonly #top: string | undefined;
  readonly #folders = new Map<string, Folder>();
  readonly #ignored = new Map<string, boolean>();
  #hasRules = false;

  /** `top`: the highest folder that counts; `nearest` stands for the top of the git work tree, whichever it is. */
  constructor(name: '.gitignore' | '.regmigrateignore', top: string | undefined) {
    this.#name = name;
    this.#top = top;
  }

  /** Whether an ignore file names this entry itself; that a folder above it is ignored is not looked at. */
  names(path: string, isFolder: boolean): boolean {
    let exclude: ReturnType<IgnoreFile>;
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const here = this.#folder(folder);
      if (here.file !== undefined || here.exclude !== undefined) {
        const way = path
          .slice(folder.endsWith('/') ? folder.length : folder.length + 1)
          .replaceAll('\\', '/');
        const verdict = here.file?.(way, isFolder);
        if (verdict !== undefined) return verdict === 'ignored';
        exclude ??= here.exclude?.(way, isFolder);
      }
      if (here.isTop || dirname(folder) === folder) return exclude === 'ignored';
    }
  }

  /** Whether the entry or a folder between it and `root` is named. `root` was asked for, so it is not tested. */
  ignores(path: string, root: string, isFolder = false): boolean {
    return this.names(path, isFolder) || this.#ignoresFolder(dirname(path), root);
  }

  #ignoresFolder(path: string, root: string): boolean {
    if (path.length <= root.length) return false;
    const key = `${root}\0${path}`;
    const known = this.#ignored.get(key) ?? this.ignores(path, root, true);
    this.#ignored.set(key, known);
    return known;
  }

  /** Whether any ignore file was met so far. */
  get hasRules(): boolean {
    return this.#hasRules;
  }

  #folder(path: string): Folder {
    let folder = this.#folders.get(path);
    if (folder === undefined) {
      const git = this.#name === '.gitignore' ? commonGitFolder(join(path, '.git')) : undefined;
      folder = {
        file: readIgnore(join(path, this.#name)),
        exclude: git === undefined ? undefined : readIgnore(join(git, 'info/exclude')),
        isTop: this.#top === 'nearest' ? existsSync(encodePath(join(path, '.git'))) : path === this.#top,
      };
      this.#folders.set(path, folder);
      if (folder.file !== undefined) this.#hasRules = true;
    }
    return folder;
  }
}

function readIgnore(path: string): IgnoreFile | undefined {
  try {
    return compileIgnore(readFileSync(encodePath(path), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Where the repository keeps what its work trees share. In a linked work tree `.git` is a file that leads there. */
function commonGitFolder(path: string): string | undefined {
  try {
    if (lstatSync(encodePath(path)).isDirectory()) return path;
    const own = /^gitdir: (.*)$/m.exec(readFileSync(encodePath(path), 'utf8'))?.[1];
    if (own === undefined) return undefined;
    const folder = resolve(dirname(path), own);
    const shared = join(folder, 'commondir');
    return existsSync(shared) ? resolve(folder, readFileSync(shared, 'utf8').trim()) : folder;
  } catch {
    return undefined;
  }
}
