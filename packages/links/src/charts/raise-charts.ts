import { LineIndex, type Companion, type Hint, type Tree } from '@regmigrate/core';
import type { ChartRaises } from './chart-raises.ts';
import { isAfter, parseVersion } from './chart-version.ts';
import { followVersion } from './follow-version.ts';
import { readLocalChart, type LocalChart } from './local-chart.ts';
import { raiseBadges } from './raise-badges.ts';
import { raiseVersion, type VersionStep } from './raise-version.ts';

export interface RaiseOptions {
  readonly tree: Tree;
  /** Undefined: nothing is raised, only told. */
  readonly step: VersionStep | undefined;
  /** The texts of Chart.yaml files as they were last committed, by path; what is not known is missing. */
  readonly committed: ReadonlyMap<string, string>;
}

/** What must change because the packages of these charts do, and what only people can. */
export function raiseCharts(charts: readonly LocalChart[], options: RaiseOptions): ChartRaises {
  const companions: Companion[] = [];
  const hints: Hint[] = [];
  for (const chart of charts) {
    if (isRaised(chart, options.committed.get(chart.file))) continue;
    const { companions: own, hints: asked } = raiseChart(chart, charts, options);
    companions.push(...own);
    hints.push(...asked);
  }
  return { companions, hints };
}

function raiseChart(
  chart: LocalChart,
  charts: readonly LocalChart[],
  { tree, step }: RaiseOptions,
): ChartRaises {
  const { file, text, name, version } = chart;
  if (!step) {
    const now = version === undefined ? '' : `, now ${version.text},`;
    const message = `the chart ${name} has changed: raise its version${now} for the next release`;
    return { companions: [], hints: [{ file, code: 'chart-version', message }] };
  }
  const raised = version && raiseVersion(version.text, step);
  if (!version || !raised?.ok) {
    const reason = raised && !raised.ok ? raised.reason : 'it tells no version';
    const message = `the chart ${name} has changed, but ${reason}: raise it by hand`;
    return { companions: [], hints: [{ file, code: 'version-unclear', message }] };
  }
  const followed = followVersion(chart, charts, tree, raised.version);
  return {
    companions: [
      {
        kind: 'chart-version',
        file,
        start: new LineIndex(text).at(version.span.start),
        edits: [{ span: version.span, expected: version.text, text: raised.version }],
        old: version.text,
        new: raised.version,
        why: `what ${name} is packed with has changed`,
      },
      ...raiseBadges(tree, chart, version.text, raised.version),
      ...followed.companions,
    ],
    hints: followed.hints,
  };
}

/** Whether the version is a later one than that of the last commit: who raised it knew of a release to come. */
function isRaised({ version }: LocalChart, committed: string | undefined): boolean {
  const before = committed === undefined ? undefined : versionIn(committed);
  const now = version && parseVersion(version.text);
  return before !== undefined && now !== undefined && isAfter(now, before);
}

function versionIn(text: string): ReturnType<typeof parseVersion> {
  const chart = readLocalChart(
    {
      root: '.',
      nameOf: (path) => path,
      read: (path) => (path === 'Chart.yaml' ? text : undefined),
      list: () => [],
    },
    '.',
  );
  return parseVersion(chart?.version?.text ?? '');
}
