import type { Placement, SourceFile, Token } from '@regmigrate/core';
import type { Chart } from './chart.ts';
import { given, type Layer } from './given.ts';
import { isLiteralCompared } from './is-compared.ts';
import { printedWithLiteral, type Printed } from './printed-references.ts';
import { strongerValues } from './stronger-values.ts';

const TEMPLATE = /(?:^|\/)templates\//;

/**
 * What a name in a template of a chart is where an image field prints it, be it through named templates and
 * defaults; undefined for any other.
 */
export function placeLiteral({ path, tree }: SourceFile, token: Token, chart: Chart): Placement | undefined {
  if (!tree || !TEMPLATE.test(path)) return undefined;
  const defaults = chart.defaults ? [{ values: chart.defaults, at: [] }] : [];
  const printedBy = (layers: readonly Layer[]): Printed =>
    printedWithLiteral(chart, path, token.name.start, given(layers));
  const { references, unknown, behindUnknown } = printedBy(defaults);
  const elsewhere = strongerValues(tree, chart).flatMap(
    (layers) => printedBy([...layers, ...defaults]).references,
  );
  if (elsewhere.some(({ at }) => at > 0)) return { context: 'mirrored-value' };
  if (isLiteralCompared(tree, chart, path, token.name.start)) return { context: 'comparison' };
  const whole = references.filter(({ at }) => at === 0).map(({ text }) => text);
  // Behind a registry that another part prints, or may print, it is a path there.
  if (whole.length < references.length || behindUnknown > 0) return { context: 'template-prefix' };
  if (whole.length > 0) return { context: 'template-image', completions: [...new Set(whole)] };
  // A whole reference is one, also where a condition around it is not known.
  const isPinned = (token.reference?.tag ?? token.reference?.digest) !== undefined;
  return unknown > 0 && isPinned ? { context: 'template-image' } : undefined;
}
