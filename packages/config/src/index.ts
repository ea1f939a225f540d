export { faultOfMove } from './check/fault-of-move.ts';
export type { Config, ContextSetting } from './config.ts';
export { configNames, findConfig } from './load/find-config.ts';
