import type { Join, Placement, Reading, SourceFile, Span, Token } from '@regmigrate/core';
import { innerFormat } from '../inner-format.ts';
import { readSettings } from '../settings/read-settings.ts';
import { shiftToken } from '../shift-token.ts';
import yaml from '../yaml/index.ts';
import { settingsInTerraform } from './settings-in-terraform.ts';

/** `values = [<<-EOT`, `yaml_body = <<YAML`, and what stands up to the closing word. */
const HEREDOC = /\b(\w+)\s*=\s*(?:\[\s*(?:[^[\]\n]*,\s*)*)?<<[-~]?(\w+)\r?\n([^]*?)^[ \t]*\2\b/gm;

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
    const reading = readSettings(yaml.read, file, settings, tokens, loosePaths);
    joins.push(...reading.joins);
    for (const [index, placement] of reading.placements.entries())
      placements[index] = placement ?? placements[index];
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

function heredocs(text: string): readonly { readonly key: string; readonly span: Span }[] {
  if (!text.includes('<<')) return [];
  return [...text.matchAll(HEREDOC)].map(({ index, 0: whole, 1: key = '', 3: body = '' }) => {
    const start = index + whole.lastIndexOf(body);
    return { key, span: { start, end: start + body.length } };
  });
}

const embedded = (placement: Placement | undefined): Placement | undefined =>
  placement?.context === 'image-field' ? { ...placement, context: 'embedded-manifest' } : placement;

const covers = (span: Span, at: number): boolean => span.start <= at && at < span.end;
const move = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });
