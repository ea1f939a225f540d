import type { Join, Placement, Reading, SourceFile, Span, Token } from '@regmigrate/core';
import { innerFormat } from '../inner-format.ts';
import { readSettings } from '../settings/read-settings.ts';
import { shiftToken } from '../shift-token.ts';
import yaml from '../yaml/index.ts';
import { settingsInTerraform } from './settings-in-terraform.ts';

/** `<<-EOT`: what follows, up to a line with the same word, is one text. */
const HEREDOC = /<<[-~]?(\w+)\r?\n/g;
const KEY = /^[ \t]*(\w+)\s*=(?!=)/gm;
/** How far above a text its key is looked for, in UTF-16 units. */
const REACH = 500;

/** Values of charts and manifests that Terraform applies. `own`: what its lines alone say. */
export function readTerraform(
  file: SourceFile,
  tokens: readonly Token[],
  loosePaths: readonly Span[],
  own: Reading,
): Reading {
  const placements = [...own.placements];
  const joins: Join[] = [];
  for (const settings of settingsInTerraform(file.text)) {
    const [first, last] = [settings[0]?.value.start ?? 0, settings.at(-1)?.value.end ?? 0];
    const isInside = ({ start }: Span): boolean => first <= start && start < last;
    const inside = [...tokens.entries()].filter(([, { name }]) => isInside(name));
    const names = inside.map(([, token]) => token);
    const reading = readSettings(yaml.read, file, settings, names, loosePaths.filter(isInside));
    joins.push(...reading.joins);
    for (const [at, placement] of reading.placements.entries()) {
      const index = inside[at]?.[0];
      if (placement && index !== undefined) placements[index] = placement;
    }
  }
  for (const { key, span } of heredocs(file.text)) {
    const inner = file.text.slice(span.start, span.end);
    if (innerFormat(key, inner) !== yaml) continue;
    const inside = tokens.filter(({ name }) => covers(span, name.start));
    const loose = loosePaths.filter(({ start }) => covers(span, start)).map((at) => move(at, -span.start));
    const shifted = inside.map((token) => shiftToken(token, -span.start));
    const reading = yaml.read({ path: `${file.path}#${key}`, text: inner }, shifted, loose);
    for (const [index, token] of inside.entries())
      placements[tokens.indexOf(token)] = embedded(reading.placements[index]);
    for (const join of reading.joins ?? [])
      joins.push({ ...join, domain: move(join.domain, span.start), path: move(join.path, span.start) });
  }
  return { ...own, placements, joins };
}

interface Heredoc {
  readonly key: string;
  readonly span: Span;
}

function heredocs(text: string): readonly Heredoc[] {
  const found: Heredoc[] = [];
  let last = 0;
  for (const { index, 0: head, 1: word = '' } of text.matchAll(HEREDOC)) {
    if (index < last) continue;
    const start = index + head.length;
    const close = new RegExp(`^[ \\t]*${word}\\b`, 'gm');
    close.lastIndex = start;
    const end = close.exec(text)?.index;
    // One that is not closed makes the rest of the file one text.
    if (end === undefined) return found;
    const above = text.slice(Math.max(0, index - REACH), index);
    found.push({ key: [...above.matchAll(KEY)].at(-1)?.[1] ?? '', span: { start, end } });
    last = end;
  }
  return found;
}

const embedded = (placement: Placement | undefined): Placement | undefined =>
  placement?.context === 'image-field' ? { ...placement, context: 'embedded-manifest' } : placement;

const covers = (span: Span, at: number): boolean => span.start <= at && at < span.end;
const move = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });
