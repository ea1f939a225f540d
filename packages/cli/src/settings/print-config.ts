import { contexts, UsageError, type ContextId } from '@regmigrate/core';
import { createIgnoredBy, defaultMaxFileSize, readSource } from '@regmigrate/scanner';
import type { Arguments } from '../arguments/parse-arguments.ts';
import { loadSettings } from './load-settings.ts';

/**
 * The configuration as it applies to one file, as JSON: what was read, and what follows from it. A file that is not
 * there has none: its name is a mistake.
 */
export async function printConfig(file: string, args: Arguments, cwd: string): Promise<string> {
  await checkFile(file, cwd);
  const { rules, overrideOf, isIgnored, source } = await loadSettings(args, cwd);
  const { rules: levels = {}, imageFields = [], moves = [] } = source?.config ?? {};
  const said = (Object.keys(contexts) as ContextId[]).flatMap((context) => {
    const override = overrideOf?.(context, file);
    return override ? [[context, override] as const] : [];
  });
  const ignoredBy = args.flags.has('no-ignore')
    ? undefined
    : createIgnoredBy({ cwd, ...(isIgnored && { isIgnored }) })(file);
  const effective = {
    file,
    config: source?.file ?? null,
    ignored: ignoredBy !== undefined,
    ignoredBy: ignoredBy ?? null,
    rules: { ...levels, ...Object.fromEntries(rules.map(({ id }) => [id, levels[id] ?? 'default'])) },
    contexts: Object.fromEntries(said),
    imageFields,
    moves: [...moves, ...args.maps.map((map) => ({ map }))],
    to: args.to ?? null,
  };
  return `${JSON.stringify(effective, null, 2)}\n`;
}

async function checkFile(file: string, cwd: string): Promise<void> {
  const read = await readSource(file, { cwd, maxFileSize: defaultMaxFileSize });
  if (read.ok) return;
  const { code } = read.problem;
  if (code === 'vanished') throw new UsageError('path-not-found', `No such file: ${file}`);
  if (code === 'not-a-file')
    throw new UsageError(
      'not-a-file',
      `--print-config tells of one file, and ${file} is not a regular file.`,
    );
}
