import type { Tree } from '@regmigrate/core';
import type { Chart } from './chart.ts';
import { matchesPath } from './printed-references.ts';

/** What an action says that minds where an image comes from: a registry, or a part of one. */
const REGISTRY = /["'`][^"'`]*(?:gcr|k8s|registry|\.io\b)[^"'`]*["'`]/i;

/** Whether a template of the chart compares the value under these keys with a registry, or cuts one off it. */
export function isCompared(tree: Tree, chart: Chart, path: readonly string[]): boolean {
  return chart.images().uses.some((use) => {
    if (use.kind !== 'compare' || !matchesPath(use.path, path)) return false;
    const text = tree.read(use.file) ?? '';
    const end = text.indexOf('}}', use.span.end);
    return REGISTRY.test(text.slice(text.lastIndexOf('{{', use.span.start), end < 0 ? text.length : end));
  });
}
