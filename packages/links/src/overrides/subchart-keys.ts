import type { ChartFacts } from '@regmigrate/formats';

/**
 * The keys under which a chart's values stand in those of the chart that depends on it: its aliases, of which it
 * may have several, or its name. A chart that lies in `charts/` without being asked for has its name, too.
 */
export function subchartKeys(name: string, parent: ChartFacts): readonly string[] {
  const asked = parent.dependencies.filter((dependency) => dependency.name === name);
  return asked.length === 0 ? [name] : [...new Set(asked.map(({ alias }) => alias ?? name))];
}
