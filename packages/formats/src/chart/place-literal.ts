import type { Placement, SourceFile, Token } from '@regmigrate/core';
import type { Chart } from './chart.ts';
import { given } from './given.ts';
import { printedWithLiteral } from './printed-references.ts';

const TEMPLATE = /(?:^|\/)templates\//;

/**
 * What a name in a template of a chart is where an image field prints it, be it through named templates and
 * defaults; undefined for any other.
 */
export function placeLiteral({ path }: SourceFile, token: Token, chart: Chart): Placement | undefined {
  if (!TEMPLATE.test(path)) return undefined;
  const values = given(chart.defaults ? [{ values: chart.defaults, at: [] }] : []);
  const { references, unknown } = printedWithLiteral(chart, path, token.name.start, values);
  const whole = references.filter(({ at }) => at === 0).map(({ text }) => text);
  // Behind a registry that another part prints, it is a path there.
  if (whole.length < references.length) return undefined;
  if (whole.length > 0) return { context: 'template-image', completions: [...new Set(whole)] };
  // A whole reference is one, also where a condition around it is not known.
  const isPinned = (token.reference?.tag ?? token.reference?.digest) !== undefined;
  return unknown > 0 && isPinned ? { context: 'template-image' } : undefined;
}
