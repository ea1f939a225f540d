import type { ContextId, Join, Placement, Reading, SourceFile, Span, Token } from '@regmigrate/core';
import { readSettings } from '../settings/read-settings.ts';
import { settingCommands, settingsInCommand } from '../settings/settings-in-command.ts';
import yaml from '../yaml/index.ts';

/** What a line can be whose `--set` is read; a comment or a comparison stays what it is. */
const COMMANDS: ReadonlySet<ContextId | undefined> = new Set(['command', 'script']);

/** Names in what a script sets in a chart: what one `--set` says completes another of the same command. */
export function placeHelmSettings(
  file: SourceFile,
  tokens: readonly Token[],
  loosePaths: readonly Span[],
  own: Reading,
): Reading {
  const { text } = file;
  if (!text.includes('--set')) return own;
  const placements = [...own.placements];
  const joins: Join[] = [];
  for (const command of settingCommands(text)) {
    const isInside = ({ start }: Span): boolean => command.start <= start && start < command.end;
    const inside = [...tokens.entries()].filter(
      ([index, { name }]) => isInside(name) && COMMANDS.has(placements[index]?.context),
    );
    const loose = loosePaths.filter(isInside);
    if (inside.length + loose.length === 0) continue;
    const settings = settingsInCommand(text, command);
    const names = inside.map(([, token]) => token);
    const reading = readSettings(yaml.read, file, settings, names, loose);
    joins.push(...reading.joins.map(withoutLocator));
    for (const [at, placement] of reading.placements.entries()) {
      const index = inside[at]?.[0];
      if (placement && index !== undefined) placements[index] = inCommand(placement);
    }
  }
  return { ...own, placements, joins };
}

const inCommand = ({ context, completions }: Placement): Placement => ({
  context: context === 'image-field' ? 'command' : context,
  ...(completions && { completions }),
});

/** A script's lines are told by their numbers. */
const withoutLocator = ({ domain, path, tag, context }: Join): Join => ({
  domain,
  path,
  context,
  ...(tag !== undefined && { tag }),
});
