import { posix } from 'node:path';
import type { Span, Tree } from '@regmigrate/core';
import { nodeAt, readValues, scalarAt, type Values } from '@regmigrate/formats';

/** A chart of the tree, as far as versions go. */
export interface LocalChart {
  readonly folder: string;
  /** The path of its Chart.yaml. */
  readonly file: string;
  readonly text: string;
  readonly name: string;
  readonly version: WrittenVersion | undefined;
  /** The charts of the tree that it is packed with, as it declares them. */
  readonly dependencies: readonly LocalDependency[];
}

export interface LocalDependency {
  readonly name: string;
  /** Its folder, which need not be there. */
  readonly folder: string;
  /** The file that declares it, and its text. */
  readonly file: string;
  readonly text: string;
  /** The version or the range that is asked for. */
  readonly version: WrittenVersion | undefined;
}

export interface WrittenVersion {
  readonly text: string;
  /** Without quotes. */
  readonly span: Span;
}

/** The chart in a folder; undefined where there is no Chart.yaml. */
export function readLocalChart(tree: Tree, folder: string): LocalChart | undefined {
  const file = posix.join(folder, 'Chart.yaml');
  const text = tree.read(file);
  if (text === undefined) return undefined;
  const about = readValues(text);
  const requirements = posix.join(folder, 'requirements.yaml');
  const old = tree.read(requirements);
  return {
    folder,
    file,
    text,
    name: scalarAt(about, ['name']) ?? posix.basename(folder),
    version: writtenAt(about, ['version']),
    dependencies: [
      ...readDependencies(folder, file, about),
      ...(old === undefined ? [] : readDependencies(folder, requirements, readValues(old))),
    ],
  };
}

function readDependencies(folder: string, file: string, values: Values): readonly LocalDependency[] {
  const entries = nodeAt(values, ['dependencies'])?.children ?? [];
  return entries.flatMap((_, index): readonly LocalDependency[] => {
    const at = (key: string): readonly string[] => ['dependencies', String(index), key];
    const name = scalarAt(values, at('name'));
    const repository = scalarAt(values, at('repository')) ?? '';
    const path = repository === '' ? `charts/${name ?? ''}` : /^file:\/\/(.+)$/.exec(repository)?.[1];
    if (name === undefined || path === undefined) return [];
    return [
      {
        name,
        folder: posix.join(folder, path, '.').replace(/\/$/, ''),
        file,
        text: values.text,
        version: writtenAt(values, at('version')),
      },
    ];
  });
}

/** A scalar on one line, as it is written. */
function writtenAt(values: Values, path: readonly string[]): WrittenVersion | undefined {
  const node = nodeAt(values, path);
  if (!node || !['plain', 'single', 'double'].includes(node.style)) return undefined;
  const text = values.text.slice(node.span.start, node.span.end);
  return /[\r\n]/.test(text) ? undefined : { text, span: node.span };
}
