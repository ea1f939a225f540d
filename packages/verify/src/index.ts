export { printPath, type Difference, type ValuePath } from './compare/difference.ts';
export type { LeftReference } from './compare/find-left.ts';
export type { MovesIn } from './compare/is-announced-move.ts';
export type { RenderingResult, Status, Verification } from './result.ts';
export type { Base } from './tree/open-before.ts';
export { verify, type VerifyOptions } from './verify.ts';
