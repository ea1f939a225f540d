import type { SourceFile } from '@regmigrate/core';
import { valuesOfSettings } from '../settings/values-of-settings.ts';
import { settingsOf } from '../yaml/gitops/settings-of.ts';
import type { OutlineNode } from '../yaml/outline.ts';

/**
 * Values that a release gives to its chart.
 * - `file`      a file of values
 * - `map`       values in place, as a map
 * - `block`     the same as text
 * - `settings`  values by their paths: a list of `{ name, value }`, or a map
 */
export type ReleaseSource = { readonly kind: 'file'; readonly path: string } | ValuesInPlace;

export interface ValuesInPlace {
  readonly kind: 'map' | 'block' | 'settings';
  readonly node: OutlineNode;
}

/** A release as one file tells of it. */
export interface ReleaseNodes {
  /** The folder of its chart, which is in the tree. */
  readonly chart: string;
  /** The weakest first. */
  readonly sources: readonly ReleaseSource[];
}

/** What names the source among all of the tree: the path of the file, with a place in it. */
export const pathOfSource = ({ path }: SourceFile, source: ReleaseSource): string =>
  source.kind === 'file' ? source.path : `${path}#${source.node.span.start}`;

/** Values in place as a text of YAML, in which a map begins where its lines do. */
export function textInPlace(text: string, source: ValuesInPlace): string {
  const { kind, node } = source;
  if (kind === 'settings') return valuesOfSettings(text, settingsOf(text, node)).text;
  return ' '.repeat(indentOf(text, source)) + text.slice(node.span.start, node.span.end);
}

/** How far on that text has what stands in the file; in UTF-16 units. */
export const shiftInPlace = (text: string, source: ValuesInPlace): number =>
  indentOf(text, source) - source.node.span.start;

function indentOf(text: string, { kind, node }: ValuesInPlace): number {
  return kind === 'map' ? node.span.start - (text.lastIndexOf('\n', node.span.start - 1) + 1) : 0;
}
