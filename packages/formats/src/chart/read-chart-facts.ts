import { childOf, type OutlineNode } from '../yaml/outline.ts';
import { valueOf } from '../yaml/locator.ts';
import { readOutline } from '../yaml/read-outline.ts';

export interface ChartDependency {
  readonly name: string;
  /** The key of its values in the chart that depends on it, where that is not its name. */
  readonly alias?: string;
}

/** What a Chart.yaml says of names. Of a requirements.yaml, the dependencies. */
export interface ChartFacts {
  readonly name?: string;
  readonly dependencies: readonly ChartDependency[];
}

/** Total: what is not there, or is no chart, is left out. */
export function readChartFacts(text: string): ChartFacts {
  const [root] = readOutline(text).documents;
  const name = textOf(text, childOf(root, 'name'));
  const entries = childOf(root, 'dependencies')?.children ?? [];
  return {
    ...(name !== undefined && { name }),
    dependencies: entries.flatMap((entry) => readEntry(text, entry)),
  };
}

function readEntry(text: string, entry: OutlineNode): readonly ChartDependency[] {
  const name = textOf(text, childOf(entry, 'name'));
  const alias = textOf(text, childOf(entry, 'alias'));
  if (name === undefined) return [];
  return [alias === undefined ? { name } : { name, alias }];
}

const textOf = (text: string, node: OutlineNode | undefined): string | undefined =>
  valueOf(text, node) || undefined;
