import { posix } from 'node:path';
import type { Tree } from '@regmigrate/core';

/** The folder of a chart, where it is one of the tree; no template, address or absolute path is. */
export function localChart(tree: Tree, folder: string, written: string | undefined): string | undefined {
  if (written === undefined || !isPath(written)) return undefined;
  const chart = posix.join(folder, written).replace(/(?<=.)\/$/, '');
  return tree.list(chart).includes('Chart.yaml') ? chart : undefined;
}

export const isPath = (written: string): boolean =>
  written !== '' && !/\{\{|\$\{|:\/\/|^[/~]|[\n\0]/.test(written);
