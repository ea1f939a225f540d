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

/** `by`: the place that extends it, for messages. */
async function load(
  path: string,
  above: readonly string[],
  options: LoadOptions,
  by?: string,
): Promise<Config> {
  const { cwd, rules, code } = options;
  const shown = showPath(cwd, path);
  const own = realPath(path);
  if (above.includes(own)) {
    const circle = [...above.slice(above.indexOf(own)), own].map((file) => showPath(cwd, file));
    throw new UsageError('config-cycle', `The configurations extend each other: ${circle.join(' → ')}.`);
  }
  const document = await readConfigFile(path, shown, { cwd, allowed: code }).catch((error: unknown) => {
    throw by === undefined ? error : extendedBy(by, error);
  });
  const config = checkConfig(document, shown, rules);
  const bases: Config[] = [];
  for (const [index, base] of [config.extends ?? []].flat().entries()) {
    const place = document.at(['extends', ...(Array.isArray(config.extends) ? [index] : [])]);
    const where = place ? `${shown}:${place.line}:${place.column}` : shown;
    bases.push(await load(resolveBase(base, path, where), [...above, own], options, where));
  }
  const { extends: _extends, ...rest } = config;
  return mergeConfigs([...bases, rest]);
}

/** What cannot be read is not always at fault, but the name that another file gives it. */
function extendedBy(by: string, error: unknown): unknown {
  if (!(error instanceof UsageError)) return error;
  return new UsageError(error.code, `${error.message.replace(/\.$/, '')} (${by} extends it).`, {
    cause: error,
  });
}

/** A path as it begins with a dot or slash; anything else is an installed package, or a file of one. */
function resolveBase(base: string, from: string, where: string): string {
  if (/^\.{0,2}\//.test(base) || isAbsolute(base)) return resolve(dirname(from), base);
  const require = createRequire(from);
  const names = /\.(?:ya?ml|json)$/.test(base)
    ? [base]
    : [`${base}/.regmigrate.yaml`, `${base}/regmigrate.yaml`, `${base}/regmigrate.json`];
  const found = names.map((name) => resolvePackage(require, name)).find((path) => path !== undefined);
  if (found !== undefined) return found;
  throw new UsageError(
    'config-not-found',
    `${where} extends ${JSON.stringify(base)}, which is no installed package with a regmigrate.yaml or regmigrate.json; a file is named with ./ before it.`,
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
