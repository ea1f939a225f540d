import { contexts, fixedContexts, UsageError } from '@regmigrate/core';
import type { Config, ContextSetting } from '../config.ts';
import { compileGlobs } from '../globs/compile-globs.ts';
import { GlobError } from '../globs/parse-glob.ts';
import { faultOfMove } from './fault-of-move.ts';
import { findFault, nameOf, type Fault, type Path } from './find-fault.ts';
import type { Document } from './parse-data.ts';
import { createSchema } from './schema.ts';

/** The data as a configuration; the first thing that is wrong with it ends the run, with its place. */
export function checkConfig({ value, at }: Document, shown: string, rules: readonly string[]): Config {
  // An empty file says nothing, as the tool that makes one means it.
  if (value === null || value === undefined) return {};
  const fault = faultOfVersion(value) ?? faultOfForm(value, rules) ?? faultOfMeaning(value);
  if (!fault) return value;
  const place = at(fault.path, fault.atKey);
  const where = place ? `${shown}:${place.line}:${place.column}` : shown;
  const message = fault.message.replace(/([^.?])$/, '$1.');
  throw new UsageError('bad-config', `${where}: ${message}`);
}

/** First, because another version may have other keys. */
function faultOfVersion(value: unknown): Fault | undefined {
  if (typeof value !== 'object' || value === null || !('version' in value)) return undefined;
  return findFault(value.version, { const: 1 }, ['version']);
}

/** What the schema does not allow; of a context that it leaves out, why. */
function faultOfForm(value: unknown, rules: readonly string[]): Fault | undefined {
  const fault = findFault(value, createSchema(rules));
  if (fault?.path[0] !== 'contexts' || fault.path[2] !== 'context') return fault;
  const id = fault.path.reduce<unknown>((at, key) => Object(at)[key] as unknown, value);
  if (![...fixedContexts].some((fixed) => fixed === id)) return fault;
  const message = `${nameOf(fault.path)} cannot be ${JSON.stringify(id)}: its verdict is the same in every configuration`;
  return { ...fault, message };
}

/** What no schema tells. */
function faultOfMeaning({ contexts: settings = [], ignore = [], moves = [] }: Config): Fault | undefined {
  for (const [index, setting] of settings.entries()) {
    const fault =
      faultOfPromotion(setting, ['contexts', index]) ??
      faultOfGlobs(setting.paths ?? [], ['contexts', index, 'paths']);
    if (fault) return fault;
  }
  for (const [index, move] of moves.entries()) {
    const message = faultOfMove(move);
    if (message !== undefined)
      return { path: ['moves', index], message: `${nameOf(['moves', index])} ${message}` };
  }
  return faultOfGlobs(ignore, ['ignore']);
}

/** To touch what is kept for good reasons takes a reason, which whoever reads the configuration can weigh. */
function faultOfPromotion({ context, verdict, reason }: ContextSetting, path: Path): Fault | undefined {
  if (verdict === 'keep' || verdict === 'off' || reason !== undefined) return undefined;
  const kept = [context].flat().find((id) => contexts[id].ceiling === 'keep');
  if (kept === undefined) return undefined;
  const message = `${nameOf(path)} lifts ${kept}, which is kept because ${contexts[kept].reason}; it needs a reason`;
  return { path: [...path, 'verdict'], message };
}

function faultOfGlobs(globs: readonly string[], path: Path): Fault | undefined {
  for (const [index, glob] of globs.entries()) {
    try {
      compileGlobs([glob]);
    } catch (error) {
      if (!(error instanceof GlobError)) throw error;
      return { path: [...path, index], message: `the glob ${JSON.stringify(glob)} ${error.message}` };
    }
  }
  return undefined;
}
