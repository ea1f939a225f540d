export { changedCharts } from './charts/changed-charts.ts';
export type { ChartRaises } from './charts/chart-raises.ts';
export type { LocalChart } from './charts/local-chart.ts';
export { raiseCharts } from './charts/raise-charts.ts';
export type { VersionStep } from './charts/raise-version.ts';
export { linkAlone } from './demote-unproven.ts';
export { kustomizationNames } from './kustomize/is-kustomization.ts';
export { linkFindings, type Linked, type LinkOptions } from './link-findings.ts';
