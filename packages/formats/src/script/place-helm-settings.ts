import type { ContextId, Join, Placement, Reading, SourceFile, Span, Token } from '@regmigrate/core';
import { readSettings } from '../settings/read-settings.ts';
import type { Setting } from '../settings/setting.ts';
import { settingsInCommand } from '../settings/settings-in-command.ts';
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
  const placements = tokens.map((token, index): Placement | undefined => {
    const alone = own.placements[index];
    const settings = COMMANDS.has(alone?.context) ? settingsAt(text, token.name) : [];
    const [placement] = readSettings(yaml.read, file, settings, [token]).placements;
    if (!placement) return alone;
    const { completions } = placement;
    const context = placement.context === 'image-field' ? 'command' : placement.context;
    return { context, ...(completions && { completions }) };
  });
  const joins = loosePaths.flatMap((span) =>
    readSettings(yaml.read, file, settingsAt(text, span), [], [span]).joins.map(withoutLocator),
  );
  return { ...own, placements, joins };
}

/** The settings around a place that is in the value of one of them; else none. */
function settingsAt(text: string, { start }: Span): readonly Setting[] {
  const settings = settingsInCommand(text, start);
  return settings.some(({ value }) => value.start <= start && start < value.end) ? settings : [];
}

/** A script's lines are told by their numbers. */
const withoutLocator = ({ domain, path, tag, context }: Join): Join => ({
  domain,
  path,
  context,
  ...(tag !== undefined && { tag }),
});
