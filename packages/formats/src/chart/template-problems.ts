import { posix } from 'node:path';
import type { Problem, SourceFile } from '@regmigrate/core';
import { readTemplate } from '../helm-template/read-template.ts';
import { chartAround, concernsImages } from './open-chart.ts';

/** What of a chart's template could not be read, if the file is one: the first fault stands for all. */
export function templateProblems({ path, text, tree }: SourceFile): readonly Problem[] {
  const chart = tree && /(?:^|\/)templates\//.test(path) ? chartAround(tree, path) : undefined;
  if (!chart) return [];
  const name = posix.normalize(path);
  const fault = concernsImages(text)
    ? chart.images().faults.find(({ file }) => file === name)
    : readTemplate(text).faults[0];
  if (!fault) return [];
  const message = `this template is not understood from here on: ${fault.message}; what it prints may be more than is known`;
  return [{ code: 'template-not-read', message, span: { start: fault.at, end: fault.at } }];
}
