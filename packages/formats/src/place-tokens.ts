import {
  contexts,
  type ContextId,
  type Format,
  type Placement,
  type Reading,
  type SourceFile,
  type Span,
  type Token,
} from '@regmigrate/core';
import { placeInChart } from './chart/place-in-chart.ts';
import { templateProblems } from './chart/template-problems.ts';
import { doubtfulFile } from './doubtful-file.ts';
import { fileNature } from './file-nature.ts';
import type { ImageField } from '@regmigrate/core';
import { placeInFields } from './image-fields/place-in-fields.ts';
import { keepTogether } from './keep-together.ts';
import { rooms } from './rooms.ts';
import { readSuppressions } from './suppressions/read-suppressions.ts';
import { boundaryContext } from './text/boundary-context.ts';
import { isUpdateHint } from './text/is-update-hint.ts';
import { lineAround } from './text/line-around.ts';
import { lineContext } from './text/line-context.ts';

/**
 * What each name in a file is. The strongest word wins: what the whole file is, then what the name's
 * neighbours say, then what its line says, then what its format or the user's `fields` say. Total: one
 * placement a token.
 */
export function placeTokens(
  file: SourceFile,
  tokens: readonly Token[],
  loosePaths: readonly Span[] = [],
  fields: readonly ImageField[] = [],
): Reading & { placements: readonly Placement[] } {
  const nature = fileNature(file);
  const format = formatOf(file);
  const doubt = doubtfulFile(file);
  const doubted = ({ context }: Placement): ContextId | undefined =>
    contexts[context].ceiling === 'safe' ? doubt : undefined;
  const reading = format.read(file, tokens, loosePaths);
  const declared = fields.length > 0 && format.id === 'yaml' ? placeInFields(file, tokens, fields) : [];
  const placements = tokens.map((token, index): Placement => {
    const known = declared[index] ?? reading.placements[index];
    const own = placeComment(file.text, token, known) ?? { context: 'text' };
    const placement = { ...own, ...placeInChart(file, token, own) };
    const around = nature ?? contextAround(file.text, token);
    const context = around && outranks(around, placement) ? around : doubted(placement);
    return context ? { ...placement, context } : placement;
  });
  const together = format.id === 'script' || format.id === 'code';
  return {
    placements: together ? keepTogether(file, tokens, placements) : placements,
    joins:
      reading.joins?.map((join) => ({ ...join, context: nature ?? doubted(join) ?? join.context })) ?? [],
    suppressions: readSuppressions(file, format),
    problems: [...reading.problems, ...templateProblems(file)],
  };
}

/**
 * What a name's line says yields to what its format knows: a mirror's or policy's own address is for a
 * person, and an image field is one, also where a comment beside it speaks of the move.
 */
function outranks(around: ContextId, { context }: Placement): boolean {
  if (around !== 'registry-address' && around !== 'migration') return true;
  const { ceiling } = contexts[context];
  const isForPeople = ceiling === 'keep' || ceiling === 'manual';
  return !isForPeople && !(around === 'migration' && FIELDS.has(context));
}

const FIELDS: ReadonlySet<ContextId> = new Set([
  'image-field',
  'split-field',
  'embedded-manifest',
  'kustomize-image',
  'update-source',
  'updated-image',
]);

/** Bots read comments, too, in files of any kind. */
function placeComment(text: string, token: Token, own: Placement | undefined): Placement | undefined {
  if (own?.context !== 'comment') return own;
  const line = lineAround(text, token.name.start);
  const isHint = isUpdateHint(line.text.slice(0, token.name.start - line.start));
  return isHint ? { ...own, context: 'update-hint' } : own;
}

function contextAround(text: string, token: Token): ContextId | undefined {
  const line = lineAround(text, token.name.start);
  const at = token.name.start - line.start;
  const end = token.name.end - line.start;
  return boundaryContext(token, line.text.slice(0, at), line.text.slice(end)) ?? lineContext(line, at, token);
}

/** The format that reads a file: the first that accepts it; `text` accepts all. */
export function formatOf(file: SourceFile): Format {
  const format = rooms.find(({ accepts }) => accepts(file));
  if (!format) throw new Error('the text format accepts every file');
  return format;
}
