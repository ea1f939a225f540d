import { childOf, type OutlineNode } from '@regmigrate/formats/yaml';
import { knownFieldSpecs, type FieldSpec } from './field-spec.ts';
import { itemsOf, scalarAt, scalarOf, type Scalar, type Source } from './scalar.ts';

const CONTAINER_LISTS: ReadonlySet<string | undefined> = new Set(['containers', 'initContainers']);

/** Lists in lists, more than anybody writes. */
const LISTS_LIMIT = 20;

/**
 * The fields of one document that `images` may change: `image` in any list of containers or init containers,
 * and what field specs name. Ephemeral containers are none of them.
 */
export function readImageFields(
  source: Source,
  document: OutlineNode,
  specs: readonly FieldSpec[] = [],
  depth = 0,
): readonly Scalar[] {
  const kind = scalarAt(source, document, 'kind')?.value;
  if (kind === 'CustomResourceDefinition') return [];
  if (kind?.endsWith('List') === true && childOf(document, 'items') && depth < LISTS_LIMIT)
    return itemsOf(childOf(document, 'items')).flatMap((item) =>
      readImageFields(source, item, specs, depth + 1),
    );
  const nodes = new Set(containerImages(document));
  for (const spec of [...knownFieldSpecs, ...specs])
    if (spec.kind === undefined || spec.kind === kind)
      for (const node of nodesAt(document, spec.path)) nodes.add(node);
  return [...nodes].flatMap((node) => scalarOf(source, node) ?? []);
}

function* containerImages(root: OutlineNode): Generator<OutlineNode> {
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.style === 'seq' && CONTAINER_LISTS.has(node.key))
      for (const container of node.children) {
        const image = childOf(container, 'image');
        if (image) yield image;
      }
    for (const child of node.children) if (child.children.length > 0) pending.push(child);
  }
}

/** What a path of keys leads to; lists on the way count with all that they hold. */
export function nodesAt(root: OutlineNode, path: readonly string[]): readonly OutlineNode[] {
  let nodes: readonly OutlineNode[] = [root];
  for (const key of path) {
    nodes = nodes.flatMap(enterLists).flatMap((node) => childOf(node, key) ?? []);
    if (nodes.length === 0) return nodes;
  }
  return nodes.flatMap(enterLists);
}

const enterLists = (node: OutlineNode): readonly OutlineNode[] =>
  node.style === 'seq' ? node.children.flatMap(enterLists) : [node];
