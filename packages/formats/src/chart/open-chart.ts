import { posix } from 'node:path';
import type { Tree } from '@regmigrate/core';
import { chartImages } from '../helm-template/chart-images.ts';
import type { ChartImages, TemplateFile } from '../helm-template/chart-image.ts';
import type { Chart } from './chart.ts';
import { readChartFacts } from './read-chart-facts.ts';
import { readDependencies } from './read-dependencies.ts';
import { readValues, type Values } from './values.ts';

/**
 * Charts that were read, by folder; a tree's answers do not change during a run. By what reads them, for a tree
 * of which more is known is no other tree.
 */
const opened = new WeakMap<Tree['read'], Map<string, Chart | undefined>>();

/** The chart in a folder; undefined where there is no Chart.yaml. */
export function openChart(tree: Tree, folder: string): Chart | undefined {
  const known = opened.get(tree.read) ?? new Map<string, Chart | undefined>();
  opened.set(tree.read, known);
  if (!known.has(folder)) known.set(folder, readChart(tree, folder));
  return known.get(folder);
}

/** The folders of charts, by the folders in them. */
const around = new WeakMap<Tree['read'], Map<string, string | undefined>>();

/** The chart that a file belongs to: that of the nearest folder above it with a Chart.yaml. */
export function chartAround(tree: Tree, path: string): Chart | undefined {
  const known = around.get(tree.read) ?? new Map<string, string | undefined>();
  around.set(tree.read, known);
  const folder = folderOfChart(tree, posix.dirname(path), known);
  return folder === undefined ? undefined : openChart(tree, folder);
}

function folderOfChart(
  tree: Tree,
  folder: string,
  known: Map<string, string | undefined>,
): string | undefined {
  if (!known.has(folder)) {
    const up = posix.dirname(folder);
    const isChart = tree.list(folder).includes('Chart.yaml');
    known.set(folder, isChart ? folder : up === folder ? undefined : folderOfChart(tree, up, known));
  }
  return known.get(folder);
}

function readChart(tree: Tree, folder: string): Chart | undefined {
  const text = tree.read(posix.join(folder, 'Chart.yaml'));
  if (text === undefined) return undefined;
  const facts = readChartFacts(text);
  const values = tree.read(posix.join(folder, 'values.yaml'));
  let images: ChartImages | undefined;
  let others: readonly Values[] | undefined;
  return {
    folder,
    name: facts.name ?? posix.basename(folder),
    version: facts.version ?? '',
    appVersion: facts.appVersion,
    images: () =>
      (images ??= chartImages({
        templates: [...templatesBelow(tree, folder), ...namedTemplates(tree, folder)],
      })),
    defaults: values === undefined ? undefined : readValues(values),
    otherValues: () => (others ??= readOtherValues(tree, folder)),
    dependencies: readDependencies(tree, folder, facts),
  };
}

const OTHER_VALUES = /^values[-._].*\.ya?ml$|[-.]values\.ya?ml$/;

function readOtherValues(tree: Tree, folder: string): readonly Values[] {
  const inFolder = (at: string): readonly string[] =>
    tree.list(at).flatMap((name) => (OTHER_VALUES.test(name) ? [posix.join(at, name)] : []));
  return [...inFolder(folder), ...inFolder(posix.join(folder, 'ci'))].flatMap((path) => {
    const text = tree.read(path);
    return text === undefined ? [] : [readValues(text)];
  });
}

const TEMPLATE = /\.(?:ya?ml|tpl|txt|json)$/;
/** More and longer templates than any chart has that people wrote. */
const limits = { files: 1000, units: 8 * 1024 * 1024, depth: 8 };

/**
 * Whether a template can print an image, define something that does, or compare where one comes from. Most
 * templates of a chart can not, and to follow them costs as much as the others.
 */
export const concernsImages = (template: string): boolean =>
  /image|define|block|registr|repositor|\b(?:eq|ne|contains|hasPrefix|hasSuffix|regex\w*|replace|split\w*|trim\w+)\b.*\.Values/i.test(
    template,
  );

/** The templates of the chart itself, below `templates/`. */
function templatesBelow(tree: Tree, folder: string): readonly TemplateFile[] {
  const files: TemplateFile[] = [];
  let units = 0;
  const enter = (at: string, depth: number): void => {
    for (const name of tree.list(at)) {
      const path = posix.join(at, name);
      if (files.length >= limits.files || units >= limits.units) return;
      if (name.endsWith('/') && depth < limits.depth) enter(path, depth + 1);
      if (!TEMPLATE.test(name)) continue;
      const text = tree.read(path);
      if (text === undefined || !concernsImages(text)) continue;
      units += text.length;
      files.push({ path, text });
    }
  };
  enter(posix.join(folder, 'templates'), 0);
  return files;
}

/** Named templates are known to all charts that are rendered together, so those of subcharts and of the parent count. */
function namedTemplates(tree: Tree, folder: string): readonly TemplateFile[] {
  const parent = posix.dirname(folder);
  const around = posix.basename(parent) === 'charts' ? [posix.dirname(parent)] : [];
  const below = tree
    .list(posix.join(folder, 'charts'))
    .filter((name) => name.endsWith('/'))
    .slice(0, limits.files)
    .map((name) => posix.join(folder, 'charts', name));
  return [...below, ...around].flatMap((chart) =>
    tree
      .list(posix.join(chart, 'templates'))
      .filter((name) => name.endsWith('.tpl'))
      .flatMap((name) => {
        const path = posix.join(chart, 'templates', name);
        const text = tree.read(path);
        return text === undefined ? [] : [{ path, text }];
      }),
  );
}
