import { posix } from 'node:path';
import type { Tree } from '@regmigrate/core';
import { childOf, type OutlineNode } from '../yaml/outline.ts';
import { valueOf } from '../yaml/locator.ts';
import { readValues, type Values } from './values.ts';

/** The JSON schema that a chart's values must meet. */
export interface ValuesSchema extends Values {
  readonly root: OutlineNode;
}

export const SCHEMA_FILE = 'values.schema.json';

/** Schemas that were read, by path; a tree's answers do not change during a run. */
const known = new WeakMap<Tree['read'], Map<string, ValuesSchema | undefined>>();

/** The schema of the chart in a folder; undefined where it has none. */
export function openSchema(tree: Tree, folder: string): ValuesSchema | undefined {
  const path = posix.join(folder, SCHEMA_FILE);
  const schemas = known.get(tree.read) ?? new Map<string, ValuesSchema | undefined>();
  known.set(tree.read, schemas);
  if (!schemas.has(path)) {
    const text = tree.read(path);
    schemas.set(path, text === undefined ? undefined : readSchema(text));
  }
  return schemas.get(path);
}

export function readSchema(text: string): ValuesSchema | undefined {
  const values = readValues(text);
  const [root] = values.outline.documents;
  return root && { ...values, root };
}

/** Keywords that hold schemas for the very value that is described. */
const SAME_VALUE = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else'];

/** The parts of a schema that describe the value under these keys. Ends for schemas that go in circles. */
export function schemasAt(schema: ValuesSchema, path: readonly string[]): ReadonlySet<OutlineNode> {
  let described = withReferred(schema, [schema.root]);
  for (const key of path)
    described = withReferred(
      schema,
      [...described].flatMap((node) => below(node, key)),
    );
  return described;
}

function below(node: OutlineNode, key: string): readonly OutlineNode[] {
  const own = childOf(childOf(node, 'properties'), key);
  const patterns = childOf(node, 'patternProperties')?.children ?? [];
  const others = [...patterns, ...(own ? [] : [childOf(node, 'additionalProperties')])];
  const items = /^\d+$/.test(key) ? [childOf(node, 'items'), childOf(node, 'additionalItems')] : [];
  return [own, ...others, ...items].filter((found) => found !== undefined);
}

/** The nodes, and those that they name by `$ref` or put together. */
function withReferred(schema: ValuesSchema, nodes: readonly OutlineNode[]): ReadonlySet<OutlineNode> {
  const all = new Set(nodes);
  // A set goes on with what is added to it meanwhile.
  for (const node of all) {
    const referred = referredBy(schema, node);
    if (referred) all.add(referred);
    for (const keyword of SAME_VALUE) {
      const found = childOf(node, keyword);
      for (const one of found?.style === 'seq' ? found.children : found ? [found] : []) all.add(one);
    }
  }
  return all;
}

/** What a local `$ref` such as `#/$defs/image` points to. */
function referredBy({ text, root }: ValuesSchema, node: OutlineNode): OutlineNode | undefined {
  const pointer = /^#((?:\/.*)?)$/.exec(valueOf(text, childOf(node, '$ref')) ?? '')?.[1];
  if (pointer === undefined) return undefined;
  let at: OutlineNode | undefined = root;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    at = at?.style === 'seq' ? at.children[Number(key)] : childOf(at, key);
  }
  return at;
}
