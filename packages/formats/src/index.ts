export { readChartFacts, type ChartFacts } from './chart/read-chart-facts.ts';
export { nodeAt, readValues, scalarAt, type Values } from './chart/values.ts';
export { wordOf } from './image-fields/declared-image.ts';
export { listImages } from './images/list-images.ts';
export type { ListedImage } from './images/listed-image.ts';
export { readReleases } from './releases/read-releases.ts';
export { releasePattern } from './releases/release-pattern.ts';
export { formatOf, placeTokens } from './place-tokens.ts';
