import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { compileGlobs, createOverrides, loadConfig } from '@regmigrate/config/loader';
import { UsageError } from '@regmigrate/core';
import { createRules, loadCatalogue, moveRuleId } from '@regmigrate/rules';
import type { Arguments } from '../arguments/parse-arguments.ts';
import { composeRules } from './compose-rules.ts';
import type { Settings } from './settings.ts';

/** The settings that a configuration file gives, and the command line over it. */
export async function readSettings(file: string, args: Arguments, cwd: string): Promise<Settings> {
  if (args.config !== undefined && args.flags.has('no-config'))
    throw new UsageError('config-twice', '--config names a configuration and --no-config forbids one.');
  const rules = [...createRules(loadCatalogue).map(({ id }) => id), moveRuleId];
  const config = await loadConfig(file, { cwd, rules, code: !args.flags.has('no-config-code') });
  // Globs of a file that was named, and may lie anywhere, are those of the user who named it.
  const fromBase = createBase(args.config === undefined ? dirname(file) : cwd, cwd);
  const { contexts = [], ignore = [], imageFields = [] } = config;
  const ignores = compileGlobs(ignore);
  return {
    ...composeRules(config, args),
    fields: imageFields,
    ...(contexts.length > 0 && { overrideOf: createOverrides(contexts, fromBase) }),
    ...(ignore.length > 0 && {
      isIgnored: (path: string) => {
        const below = fromBase(path);
        return below !== undefined && ignores(below);
      },
    }),
    source: { file: resolve(cwd, file), config },
  };
}

/** From display paths to paths below a folder; undefined for what lies outside of it. */
function createBase(base: string, cwd: string): (file: string) => string | undefined {
  return (file) => {
    const way = relative(base, resolve(cwd, file));
    if (way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return undefined;
    return sep === '\\' ? way.replaceAll('\\', '/') : way;
  };
}
