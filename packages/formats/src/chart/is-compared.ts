import type { Tree } from '@regmigrate/core';
import type { Origin } from '../helm-template/chart-image.ts';
import type { Chart } from './chart.ts';
import { matchesPath } from './printed-references.ts';
import { reachedCharts } from './reached-charts.ts';

const LITERAL = /"(?:[^"\\]|\\.)*"|`[^`]*`/g;
/** A registry, or a part of one. */
const REGISTRY = /gcr|k8s|registry|\.io\b/i;
/** What comes out differs for any other text. */
const MEASURE = /^(?:len|trunc|substr|upper|title|\w+sum)\b/;
/** What looks for one text in another, or in a list or map. */
const SEARCH =
  /^(?:eq|ne|has|hasPrefix|hasSuffix|contains|index|get|dig|pluck|replace|(?:must)?[Rr]egex\w+)\b/;
/** What names are divided by, where that is replaced, or where parts other than the last are taken. */
const DIVIDER = /^["`][./]["`]$/;

/**
 * Whether a template compares the value under these keys with a registry, or makes of it what would not be an
 * announced move: one of the chart, or of a chart that is given the value.
 */
export function isCompared(tree: Tree, chart: Chart, path: readonly string[]): boolean {
  return reachedCharts(tree, chart, path).some((reached) =>
    reached.chart
      .images()
      .uses.some(
        ({ kind, path, file, span, by = { file, span } }) =>
          kind === 'compare' && matchesPath(path, reached.path) && minds(tree.read(by.file) ?? '', by),
      ),
  );
}

/** The same of the literal at an offset of one of its templates, which a variable may carry there. */
export function isLiteralCompared(tree: Tree, chart: Chart, file: string, offset: number): boolean {
  return chart
    .images()
    .compared.some(
      ({ file: own, span, by }) =>
        own === file && span.start <= offset && offset < span.end && minds(tree.read(by.file) ?? '', by),
    );
}

function minds(text: string, { span }: Origin): boolean {
  const command = text.slice(span.start, span.end);
  const literals = command.match(LITERAL) ?? [];
  if (literals.some((literal) => REGISTRY.test(literal)) || MEASURE.test(command)) return true;
  if (/^replace\b/.test(command) && literals.some((literal) => DIVIDER.test(literal))) return true;
  if (/^split/.test(command) && literals.some((literal) => DIVIDER.test(literal)))
    return !/^\)?\s*\|\s*last\b/.test(text.slice(span.end, span.end + 20));
  // What it is compared with is not written here.
  return literals.length === 0 && SEARCH.test(command);
}
