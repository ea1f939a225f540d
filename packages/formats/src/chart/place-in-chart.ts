import type { ContextId, Placement, SourceFile, Token } from '@regmigrate/core';
import { chartAround } from './open-chart.ts';
import { placeCommentedValue } from './place-commented-value.ts';
import { placeInReadme } from './place-in-readme.ts';
import { placeLiteral } from './place-literal.ts';

/** What a place may be before its chart tells what it is. */
const OPEN: ReadonlySet<ContextId> = new Set([
  'template',
  'template-image',
  'text',
  'config-value',
  'prose',
  'comment',
]);

/** What a name in a chart is beside its values: undefined where the chart tells nothing of it. */
export function placeInChart(file: SourceFile, token: Token, own: Placement): Placement | undefined {
  const chart = file.tree && OPEN.has(own.context) ? chartAround(file.tree, file.path) : undefined;
  if (!chart) return undefined;
  if (own.context === 'comment') return placeCommentedValue(file, token, chart);
  return own.context === 'prose' ? placeInReadme(file, token, chart) : placeLiteral(file, token, chart);
}
