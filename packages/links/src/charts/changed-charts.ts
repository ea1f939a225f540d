import { posix } from 'node:path';
import type { Tree } from '@regmigrate/core';
import { findCharts } from './find-charts.ts';
import { readLocalChart, type LocalChart } from './local-chart.ts';

/** What is packed with a chart and does not matter to who installs it: texts for people, and what tests the chart. */
const ASIDE = /^(?:[^/]+\.(?:md|gotmpl|txt)|LICENSE|OWNERS|\.[^/]*|(?:ci|tests|docs|examples)\/.*)$/i;

/**
 * The charts whose packages come out another way when these files change: those that hold one of them, and those
 * that are packed with such a chart, be it in `charts/` or by `file://`. Sorted by folder.
 */
export function changedCharts(tree: Tree, files: readonly string[]): readonly LocalChart[] {
  const charts = new Map<string, LocalChart>();
  const add = (folder: string): void => {
    const chart = charts.has(folder) ? undefined : readLocalChart(tree, folder);
    if (chart) charts.set(folder, chart);
  };
  for (const file of files) {
    const folder = chartFolder(tree, posix.dirname(file));
    if (folder !== undefined && !ASIDE.test(posix.relative(folder, file))) add(folder);
  }
  if (charts.size === 0) return [];
  const others = findCharts(tree).flatMap((folder) => readLocalChart(tree, folder) ?? []);
  // A map goes on with what is added to it meanwhile.
  for (const { folder } of charts.values()) {
    const above = posix.dirname(folder);
    const holder = posix.basename(above) === 'charts' ? chartFolder(tree, posix.dirname(above)) : undefined;
    if (holder === posix.dirname(above)) add(holder);
    for (const other of others)
      if (other.dependencies.some((dependency) => dependency.folder === folder)) add(other.folder);
  }
  return [...charts.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** The nearest folder, from this one up, that has a Chart.yaml. */
function chartFolder(tree: Tree, from: string): string | undefined {
  for (let folder = from; ; folder = posix.dirname(folder)) {
    if (tree.list(folder).includes('Chart.yaml')) return folder;
    if (folder === posix.dirname(folder)) return undefined;
  }
}
