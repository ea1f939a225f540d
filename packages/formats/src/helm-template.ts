export { chartImages } from './helm-template/chart-images.ts';
export {
  appliesTo,
  evaluateImage,
  type ChartFields,
  type PrintedImage,
  type ValueLookup,
} from './helm-template/evaluate-image.ts';
export { readTemplate } from './helm-template/read-template.ts';
export type * from './helm-template/chart-image.ts';
export type * from './helm-template/template.ts';
