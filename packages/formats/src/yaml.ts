export { valueOf } from './yaml/locator.ts';
export { ancestry, childOf, type Outline, type OutlineNode } from './yaml/outline.ts';
export { readOutline } from './yaml/read-outline.ts';
export { readUpdates, type Update } from './yaml/gitops/read-updates.ts';
