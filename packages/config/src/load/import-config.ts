import { realpathSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '@regmigrate/core';
import { repositoryOf } from './find-config.ts';
import { plainData } from './plain-data.ts';
import { toldBy } from './told-by.ts';

export interface CodeOptions {
  readonly cwd: string;
  /** False: a configuration that is a program is refused. */
  readonly allowed: boolean;
}

/**
 * Runs a configuration that is a program. Only the user's own: one in the repository of the working directory,
 * or in the working directory itself outside of Git, links resolved.
 */
export async function importConfig(
  path: string,
  shown: string,
  { cwd, allowed }: CodeOptions,
): Promise<unknown> {
  if (!allowed)
    throw new UsageError(
      'config-code-forbidden',
      `The configuration ${shown} is a program, and --no-config-code forbids to run it; .regmigrate.yaml says the same without one.`,
    );
  const real = realpathSync(path);
  const root = realpathSync(repositoryOf(cwd) ?? cwd);
  const way = relative(root, real);
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
    throw new UsageError(
      'config-code-outside',
      `The configuration ${shown} is a program outside of ${root}, and only programs of the working directory's own repository are run.`,
    );
  const exported = await exportOf(real, shown);
  if (exported === undefined)
    throw new UsageError('bad-config', `The configuration ${shown} has no default export.`);
  return exported;
}

async function exportOf(path: string, shown: string): Promise<unknown> {
  try {
    const module = (await import(pathToFileURL(path).href)) as { readonly default?: unknown };
    return plainData(module.default, shown);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_UNKNOWN_FILE_EXTENSION')
      throw new UsageError(
        'config-typescript',
        `The configuration ${shown} is TypeScript, which this Node does not read (22.18 does); name it .mjs, or use .regmigrate.yaml.`,
      );
    throw new UsageError('bad-config', `The configuration ${shown} fails: ${toldBy(error)}`, {
      cause: error,
    });
  }
}
