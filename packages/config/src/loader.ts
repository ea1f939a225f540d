export { createOverrides } from './create-overrides.ts';
export { compileGlobs } from './globs/compile-globs.ts';
export { loadConfig, type LoadOptions } from './load/load-config.ts';
