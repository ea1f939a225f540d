import { posix } from 'node:path';
import { LineIndex } from '@regmigrate/core';
import { openChart, traceImage } from '@regmigrate/formats/chart';
import { treeOfFiles } from '../tree/tree-of-files.ts';
import type { LeftReference, Origin } from './find-left.ts';

/** `web/charts/db/templates/pod.yaml`, as Helm names it: the folder of the chart in that of the unit, and the rest. */
const SOURCE = /^[^/]+\/((?:charts\/[^/]+\/)*)(templates\/.+)$/;

/** Adds to what is left of a chart's rendering where in its templates and values it comes from. */
export function traceLeft(
  left: readonly LeftReference[],
  folder: string,
  files: ReadonlyMap<string, Buffer>,
): readonly LeftReference[] {
  if (left.length === 0) return left;
  const tree = treeOfFiles(files);
  const originOf = ({ template = '', reference }: LeftReference): Origin | undefined => {
    const [, subchart = '', rest = ''] = SOURCE.exec(template) ?? [];
    const chartFolder = posix.join(folder, subchart);
    const file = posix.join(chartFolder, rest);
    const text = rest === '' ? undefined : tree.read(file);
    const chart = text === undefined ? undefined : openChart(tree, posix.join(chartFolder, '.'));
    const trace = chart && traceImage(chart, file, reference);
    if (!trace || text === undefined) return undefined;
    return { file, line: new LineIndex(text).at(trace.at).line, values: trace.values };
  };
  return left.map((reference) => {
    const origin = originOf(reference);
    return origin ? { ...reference, origin } : reference;
  });
}
