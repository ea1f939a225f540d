export type { Chart, Dependency } from './chart/chart.ts';
export { openChart } from './chart/open-chart.ts';
export { traceImage, type ImageTrace } from './chart/trace-image.ts';
