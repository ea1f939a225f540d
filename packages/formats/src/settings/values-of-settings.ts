import type { Span } from '@regmigrate/core';
import type { Setting } from './setting.ts';

/** A values file that says what a list of settings says, and where each value stands in it. */
export interface SettingValues {
  readonly text: string;
  /** In the order of the values file. `from`: in the file of the settings. `at`: offset in `text`. */
  readonly places: readonly { readonly from: Span; readonly at: number }[];
}

type Node = Map<string, Node> | Span;

/** Nested deeper than any chart's values. */
const DEPTH_LIMIT = 20;

/**
 * Settings as a values file, so that both are read by the same engine. Of two settings of one path the later
 * counts, as for Helm. A value is written as it stands in the file, character by character, and in quotes,
 * since `--set` makes no number of `1.10`.
 */
export function valuesOfSettings(text: string, settings: readonly Setting[]): SettingValues {
  const root = new Map<string, Node>();
  for (const { path, value } of settings) put(root, keysOfPath(path), value);
  const places: { from: Span; at: number }[] = [];
  let values = '';
  const print = (map: Map<string, Node>, depth: number): void => {
    for (const [key, node] of map) {
      values += `${'  '.repeat(depth)}${JSON.stringify(key)}:`;
      if (node instanceof Map) {
        values += '\n';
        print(node, depth + 1);
        continue;
      }
      values += ' "';
      places.push({ from: node, at: values.length });
      values += `${text.slice(node.start, node.end).replace(/["\\\s]/g, '_')}"\n`;
    }
  };
  print(root, 0);
  return { text: values, places };
}

function put(root: Map<string, Node>, keys: readonly string[], value: Span): void {
  const last = keys.at(-1);
  if (last === undefined || keys.length > DEPTH_LIMIT) return;
  let map = root;
  for (const key of keys.slice(0, -1)) {
    const below = map.get(key);
    const next = below instanceof Map ? below : new Map<string, Node>();
    if (next !== below) map.set(key, next);
    map = next;
  }
  map.delete(last);
  map.set(last, value);
}

/** An item's index is a key like any other here. */
const keysOfPath = (path: string): readonly string[] =>
  [...path.replace(/\[(\d+)\]/g, '.$1').matchAll(/(?:\\.|[^.\\])+/g)].map(([key]) =>
    key.replace(/\\(.)/g, '$1'),
  );
