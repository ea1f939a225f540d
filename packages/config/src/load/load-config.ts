import { createRequire } from 'node:module';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { UsageError } from '@regmigrate/core';
import { checkConfig } from '../check/check-config.ts';
import { mergeConfigs } from '../check/merge-configs.ts';
import type { Config } from '../config.ts';
import { readConfigFile } from './read-config-file.ts';

export interface LoadOptions {
  readonly cwd: string;
  /** The ids of the rules that there are. */
  readonly rules: readonly string[];
  /** Whether a configuration may be a program. */
  readonly code: boolean;
}

/** Reads a configuration and all that it extends. Every fault is a usage error of one sentence. */
export async function loadConfig(path: string, options: LoadOptions): Promise<Config> {
  return load(resolve(options.cwd, path), [], options);
}

async function load(path: string, above: readonly string[], options: LoadOptions): Promise<Config> {
  const { cwd, rules, code } = options;
  const shown = showPath(cwd, path);
  const own = realPath(path);
  if (above.includes(own)) {
    const circle = [...above.slice(above.indexOf(own)), own].map((file) => showPath(cwd, file));
    throw new UsageError('config-cycle', `The configurations extend each other: ${circle.join(' → ')}.`);
  }
  const document = await readConfigFile(path, shown, { cwd, allowed: code });
  const config = checkConfig(document, shown, rules);
  const bases: Config[] = [];
  for (const base of [config.extends ?? []].flat())
    bases.push(await load(resolveBase(base, path, shown), [...above, own], options));
  const { extends: _extends, ...rest } = config;
  return mergeConfigs([...bases, rest]);
}

/** A path as it begins with a dot or slash; anything else is an installed package, or a file of one. */
function resolveBase(base: string, from: string, shown: string): string {
  if (/^\.{0,2}\//.test(base) || isAbsolute(base)) return resolve(dirname(from), base);
  const require = createRequire(from);
  const names = /\.(?:ya?ml|json)$/.test(base)
    ? [base]
    : [`${base}/.regmigrate.yaml`, `${base}/regmigrate.yaml`, `${base}/regmigrate.json`];
  const found = names.map((name) => resolvePackage(require, name)).find((path) => path !== undefined);
  if (found !== undefined) return found;
  throw new UsageError(
    'config-not-found',
    `${shown} extends ${JSON.stringify(base)}, which is no installed package with a regmigrate.yaml or regmigrate.json; a file is named with ./ before it.`,
  );
}

function resolvePackage(require: NodeJS.Require, name: string): string | undefined {
  // By its place, not by what the package exports: data need not be exported.
  const folders = require.resolve.paths(name) ?? [];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

const showPath = (cwd: string, path: string): string => {
  const way = relative(cwd, path);
  return way === '' || isAbsolute(way) || way.startsWith('../../..') ? path : way;
};

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
