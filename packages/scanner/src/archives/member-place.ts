import type { ChartFacts } from '@regmigrate/formats';
import { isRendered, subchartKeys } from '@regmigrate/links';

/** Folders of an archive that hold a Chart.yaml, by path, and what it says. */
export type PackedCharts = ReadonlyMap<string, ChartFacts>;

/** The folders of the charts around a member, the outermost first. */
export function chartsAround(member: string, charts: PackedCharts): readonly string[] {
  return [...charts.keys()]
    .filter((folder) => member.startsWith(`${folder}/`))
    .sort((a, b) => a.length - b.length);
}

/** Whether a member is a part of a chart that must change, so that what comes out of it changes. */
export function isLive(member: string, charts: PackedCharts): boolean {
  const folder = chartsAround(member, charts).at(-1);
  return folder !== undefined && isRendered(member.slice(folder.length + 1));
}

/**
 * The ways to the values of the innermost chart around a member in those of `parent`, the chart that the archive is a
 * dependency of: `redis`, `redis.common`.
 */
export function valuesKeys(member: string, charts: PackedCharts, parent: ChartFacts): readonly string[] {
  let outer = parent;
  let ways: readonly string[] = [''];
  for (const folder of chartsAround(member, charts)) {
    const facts = charts.get(folder) ?? { dependencies: [] };
    const name = facts.name ?? folder.slice(folder.lastIndexOf('/') + 1);
    ways = ways.flatMap((way) =>
      subchartKeys(name, outer).map((key) => (way === '' ? key : `${way}.${key}`)),
    );
    outer = facts;
  }
  return ways.filter((way) => way !== '');
}
