import { contexts, type ContextId } from '@regmigrate/core';
import type { Arguments } from '../arguments/parse-arguments.ts';
import { loadSettings } from './load-settings.ts';

/** The configuration as it applies to one file, as JSON: what was read, and what follows from it. */
export async function printConfig(file: string, args: Arguments, cwd: string): Promise<string> {
  const { rules, overrideOf, isIgnored, source } = await loadSettings(args, cwd);
  const { rules: levels = {}, imageFields = [], moves = [] } = source?.config ?? {};
  const said = (Object.keys(contexts) as ContextId[]).flatMap((context) => {
    const override = overrideOf?.(context, file);
    return override ? [[context, override] as const] : [];
  });
  const effective = {
    file,
    config: source?.file ?? null,
    ignored: isIgnored?.(file) ?? false,
    rules: { ...levels, ...Object.fromEntries(rules.map(({ id }) => [id, levels[id] ?? 'default'])) },
    contexts: Object.fromEntries(said),
    imageFields,
    moves: [...moves, ...args.maps.map((map) => ({ map }))],
    to: args.to ?? null,
  };
  return `${JSON.stringify(effective, null, 2)}\n`;
}
