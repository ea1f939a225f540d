import { maskTemplates } from '../yaml/mask-templates.ts';
import { childOf, type Outline, type OutlineNode } from '../yaml/outline.ts';
import { readOutline } from '../yaml/read-outline.ts';
import { printed } from '../yaml/split-keys.ts';

/** A file of values, read as far as scalars are asked for. */
export interface Values {
  readonly text: string;
  readonly outline: Outline;
}

export const readValues = (text: string): Values => ({ text, outline: readOutline(maskTemplates(text)) });

/** The node under these keys; list items by their index. Keys of the first document count, as for Helm. */
export function nodeAt({ outline }: Values, path: readonly string[]): OutlineNode | undefined {
  let node = outline.documents[0];
  for (const key of path)
    node = node?.style === 'seq' ? node.children[Number(key)] : node && childOf(node, key);
  return node;
}

/** What a template prints for the scalar under these keys; undefined where there is none or it is null. */
export function scalarAt(values: Values, path: readonly string[]): string | undefined {
  const node = nodeAt(values, path);
  if (!node || node.style === 'map' || node.style === 'seq' || node.style === 'alias') return undefined;
  const value = printed(values.text, node);
  return node.style === 'plain' && /^(?:~|null)?$/i.test(value ?? '') ? undefined : value;
}

/** The keys from the root to a node. */
export function keysOf(node: OutlineNode): readonly string[] {
  const keys: string[] = [];
  for (let at: OutlineNode | undefined = node; at?.parent; at = at.parent)
    keys.unshift(at.key ?? String(at.index ?? 0));
  return keys;
}

/** Whether a file of a chart is something else than values, by its path in the chart. */
export const isOutsideValues = (path: string): boolean =>
  /^(?:templates|crds|charts)\/|^(?:Chart|requirements)\.ya?ml$|^values\.schema\.json$/.test(path);
