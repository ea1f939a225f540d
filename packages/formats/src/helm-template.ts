export { readTemplate } from './helm-template/read-template.ts';
export type * from './helm-template/template.ts';
export type * from './helm-template/chart-image.ts';
