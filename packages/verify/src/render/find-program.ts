import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { UsageError } from '@regmigrate/core';
import type { Environment } from '@regmigrate/scanner';

/**
 * The absolute path of a program on PATH. Entries that are relative do not count: programs run in a copy of the
 * tree, and nothing of the tree may be started.
 */
export function findProgram(name: string, env: Environment): string | undefined {
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(isAbsolute);
  const endings = env['PATHEXT']?.split(';') ?? [''];
  const paths = folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending)));
  return paths.find(isProgram);
}

/** The program that the user names: a path from `cwd`, or a name on PATH. */
export function requireProgram(flag: string, given: string, cwd: string, env: Environment): string {
  const path = /[\\/]/.test(given) ? resolve(cwd, given) : findProgram(given, env);
  if (path !== undefined && isProgram(path)) return path;
  throw new UsageError('program-not-found', `--${flag} names no program: ${given}`);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
