import type { Part } from '../helm-template/chart-image.ts';
import { evaluateImage } from '../helm-template/evaluate-image.ts';
import type { Chart } from './chart.ts';
import { given } from './given.ts';

/** Where in a chart a rendered image comes from. */
export interface ImageTrace {
  /** Offset of the image field in its template. */
  readonly at: number;
  /** The keys of the values that it is put together from, below `.Values`: `image.registry`. */
  readonly values: readonly string[];
}

/**
 * The image field of a template that prints this reference with the chart's own values. Where none does, which
 * other values may cause, the only field there is.
 */
export function traceImage(chart: Chart, template: string, reference: string): ImageTrace | undefined {
  const values = given(chart.defaults ? [{ values: chart.defaults, at: [] }] : []);
  const about = {
    Name: chart.name,
    Version: chart.version,
    ...(chart.appVersion !== undefined && { AppVersion: chart.appVersion }),
  };
  const fields = chart
    .images()
    .images.filter(({ file }) => file === template)
    .flatMap(({ span, alternatives }) =>
      alternatives.map((alternative) => ({
        at: span.start,
        parts: alternative.parts,
        text: evaluateImage(alternative, values, about)?.text,
      })),
    );
  const found = fields.find(({ text }) => text === reference) ?? soleOf(fields);
  return found && { at: found.at, values: [...new Set(keysOf(found.parts))] };
}

const soleOf = <T extends { readonly at: number }>(fields: readonly T[]): T | undefined =>
  new Set(fields.map(({ at }) => at)).size === 1 ? fields[0] : undefined;

const keysOf = (parts: readonly Part[]): readonly string[] =>
  parts.flatMap((part) =>
    part.kind === 'value' ? [part.path.join('.'), ...keysOf(part.otherwise ?? [])] : [],
  );
