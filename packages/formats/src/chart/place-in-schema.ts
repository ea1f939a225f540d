import { posix } from 'node:path';
import type { Placement, SourceFile, Token, Tree } from '@regmigrate/core';
import { valueOf } from '../yaml/locator.ts';
import { ancestry, type OutlineNode, type Outline } from '../yaml/outline.ts';
import type { Chart } from './chart.ts';
import { isBound } from './is-bound.ts';
import { chartAround, openChart } from './open-chart.ts';
import { referencesOfValue } from './references-of-value.ts';
import { SCHEMA_FILE, schemasAt, type ValuesSchema } from './values-schema.ts';
import { keysOf } from './values.ts';

/** Keywords that tell of a value, and those that hold it to something. */
const TELLING: ReadonlySet<string> = new Set(['default', 'examples', 'example']);
const BINDING: ReadonlySet<string> = new Set(['enum', 'const', 'pattern']);

/**
 * What a name in the schema of a chart's values is: an example or a default of a value that holds the same, or what
 * values are held to. Undefined for other places, and in other files.
 */
export function placeInSchema(
  { path, text, tree }: SourceFile,
  token: Token,
  node: OutlineNode,
  outline: Outline,
): Placement | undefined {
  if (!tree || posix.basename(path) !== SCHEMA_FILE) return undefined;
  const chart = chartAround(tree, path);
  const [root] = outline.documents;
  const keyword = keywordAround(node);
  if (chart?.folder !== posix.dirname(path) || !root || !keyword?.parent) return undefined;
  if (BINDING.has(keyword.key ?? '')) return { context: 'schema-bound' };
  const inner = keysOf(node).slice(keysOf(keyword).length + (keyword.key === 'examples' ? 1 : 0));
  const described = { schema: { text, outline, root }, part: keyword.parent, inner };
  const value = valueOf(text, node) ?? '';
  const paths = valuesLike(tree, chart, value).filter((keys) => describes(described, keys));
  if (paths.length === 0) return undefined;
  if (paths.some((keys) => isBound(tree, chart, { path: keys, text: value, name: token.written })))
    return { context: 'schema-bound' };
  const { defaults } = chart;
  const whole = paths
    .flatMap((keys) => (defaults ? referencesOfValue(tree, { chart }, keys, defaults).references : []))
    .filter(({ at }) => at === 0)
    .map((reference) => reference.text);
  if (whole.length === 0 && !token.reference) return undefined;
  return { context: 'values-schema', ...(whole.length > 0 && { completions: [...new Set(whole)] }) };
}

/** The keyword of a schema in which a node stands; a property may have its name. */
function keywordAround(node: OutlineNode): OutlineNode | undefined {
  for (const at of ancestry(node))
    if ((TELLING.has(at.key ?? '') || BINDING.has(at.key ?? '')) && at.parent?.key !== 'properties')
      return at;
  return undefined;
}

interface Described {
  readonly schema: ValuesSchema;
  /** The part of the schema that has the keyword. */
  readonly part: OutlineNode;
  /** The keys below the value that the part describes. */
  readonly inner: readonly string[];
}

function describes({ schema, part, inner }: Described, keys: readonly string[]): boolean {
  const outer = keys.length - inner.length;
  return (
    outer >= 0 &&
    inner.every((key, index) => keys[outer + index] === key) &&
    schemasAt(schema, keys.slice(0, outer)).has(part)
  );
}

/** Charts in charts, further than people nest them. */
const DEPTH_LIMIT = 6;

/** The keys of all defaults of a chart, those of its subcharts included, that hold just this. */
function valuesLike(
  tree: Tree,
  chart: Chart,
  wanted: string,
  at: readonly string[] = [],
): readonly (readonly string[])[] {
  const { defaults, dependencies } = chart;
  const own = (defaults?.outline.scalars ?? [])
    .filter((node) => node.children.length === 0 && valueOf(defaults?.text ?? '', node) === wanted)
    .map((node) => [...at, ...keysOf(node)]);
  if (at.length >= DEPTH_LIMIT) return own;
  const below = dependencies.flatMap(({ key, folder }) => {
    const child = folder === undefined || folder === chart.folder ? undefined : openChart(tree, folder);
    return child ? valuesLike(tree, child, wanted, [...at, key]) : [];
  });
  return [...own, ...below];
}
