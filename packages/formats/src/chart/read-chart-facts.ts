import { nodeAt, readValues, scalarAt } from './values.ts';

export interface ChartDependency {
  readonly name: string;
  /** The key of its values in the chart that depends on it, where that is not its name. */
  readonly alias?: string;
  /** Where it is fetched from; absent for a chart that is part of its parent. */
  readonly repository?: string;
}

/** What a Chart.yaml says of itself. Of a requirements.yaml, the dependencies. */
export interface ChartFacts {
  readonly name?: string;
  readonly version?: string;
  readonly appVersion?: string;
  readonly dependencies: readonly ChartDependency[];
}

/** Total: what is not there, or is no chart, is left out. */
export function readChartFacts(text: string): ChartFacts {
  const about = readValues(text);
  const field = <Key extends string>(key: Key, ...above: readonly string[]): { [key in Key]?: string } => {
    const value = scalarAt(about, [...above, key]);
    return value ? ({ [key]: value } as { [key in Key]: string }) : {};
  };
  const entries = nodeAt(about, ['dependencies']);
  const dependencies = (entries?.style === 'seq' ? entries.children : []).flatMap((_, index) => {
    const at = ['dependencies', String(index)];
    const { name } = field('name', ...at);
    return name === undefined ? [] : [{ name, ...field('alias', ...at), ...field('repository', ...at) }];
  });
  return { ...field('name'), ...field('version'), ...field('appVersion'), dependencies };
}
