import type { ContextId, OverrideOf } from '@regmigrate/core';
import type { ContextSetting } from './config.ts';
import { compileGlobs } from './globs/compile-globs.ts';

/** `fromBase`: the path of a file as globs see it; undefined for what lies outside of their folder. */
export function createOverrides(
  settings: readonly ContextSetting[],
  fromBase: (file: string) => string | undefined,
): OverrideOf {
  const compiled = settings
    .map(({ context, paths, verdict, reason }) => ({
      contexts: new Set<ContextId>([context].flat()),
      matches: paths && compileGlobs(paths),
      override: { verdict, ...(reason !== undefined && { reason }) },
    }))
    .reverse();
  return (context, file) => {
    const path = fromBase(file);
    return compiled.find(
      ({ contexts, matches }) => contexts.has(context) && (!matches || (path !== undefined && matches(path))),
    )?.override;
  };
}
