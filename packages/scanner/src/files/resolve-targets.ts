import { lstatSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { UsageError, type FileProblem } from '@regmigrate/core';
import { compileGlob, globBase } from '../ignore/compile-glob.ts';
import { isWithin } from './is-within.ts';
import { decodePath } from './path-bytes.ts';
import { readingProblem, scanProblem } from './scan-problem.ts';

/** A folder to search; `only` where a glob named it: then just the files whose paths match count. */
export interface Root {
  /** Display path; `.` for the working directory. */
  readonly path: string;
  readonly glob?: string;
  readonly only?: RegExp;
}

export interface Targets {
  /** Named one by one, so read whatever they hold. */
  readonly files: readonly string[];
  readonly roots: readonly Root[];
  readonly problems: readonly FileProblem[];
}

/** Tells files, folders and globs apart. A path that exists is itself, even if it looks like a glob. */
export function resolveTargets(cwd: string, paths: readonly string[]): Targets {
  const files = new Set<string>();
  const roots = new Map<string, Root>();
  const problems: FileProblem[] = [];
  const realCwd = realPath(cwd);

  for (const given of paths.length > 0 ? paths : ['.']) {
    const path = sep === '\\' ? given.replaceAll('\\', '/') : given;
    const absolute = resolve(cwd, path);
    const shown = displayPath(cwd, absolute, given);
    if (lstatSync(absolute, { throwIfNoEntry: false }) === undefined) {
      roots.set(`glob:${path}`, globRoot(cwd, path, given));
      continue;
    }
    try {
      const real = realPath(absolute);
      const within = isWithin(cwd, absolute);
      if (within && !isWithin(realCwd, real)) {
        problems.push(scanProblem(shown, 'link-outside'));
        continue;
      }
      // A link stands for what it points to, so that a file has one name however it is reached.
      const linked = real !== resolve(realCwd, relative(cwd, absolute)) && (within || isLink(absolute));
      const target = linked ? displayPath(realCwd, real, given) : shown;
      if (statSync(absolute).isDirectory()) roots.set(target, { path: target });
      else files.add(target);
    } catch (error) {
      problems.push(readingProblem(shown, error));
    }
  }
  return { files: [...files], roots: [...roots.values()], problems };
}

/** Relative to the working directory where it lies in it; otherwise relative or absolute as it was given. */
function displayPath(cwd: string, absolute: string, given: string): string {
  if (!isWithin(cwd, absolute) && isAbsolute(given)) return slashed(absolute);
  return slashed(relative(cwd, absolute)) || '.';
}

function globRoot(cwd: string, path: string, given: string): Root {
  const base = globBase(path);
  if (base !== undefined && statSync(resolve(cwd, base), { throwIfNoEntry: false })?.isDirectory()) {
    const folder = displayPath(cwd, resolve(cwd, base), base);
    const rest = path.slice(base === '.' && !path.startsWith('./') ? 0 : base.length + 1);
    const prefix = folder === '.' ? '' : folder.endsWith('/') ? folder : `${folder}/`;
    return { path: folder, glob: given, only: compileGlob(prefix, rest) };
  }
  throw new UsageError('path-not-found', `No such file or folder: ${given}`);
}

function isLink(path: string): boolean {
  return lstatSync(path).isSymbolicLink();
}

function realPath(path: string): string {
  return decodePath(realpathSync.native(path, { encoding: 'buffer' }));
}

function slashed(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
