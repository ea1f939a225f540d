import { analyze, type FileAnalysis, type SourceFile } from '@regmigrate/core';
import { placeTokens } from '@regmigrate/formats';
import type { Settings } from '../settings/settings.ts';

export interface AnalyzerOptions {
  /** False: comments and annotations suppress nothing. */
  readonly suppressions?: boolean;
}

/** All rules and all formats, put together with what the user says. */
export function createAnalyzer(
  { rules, names, fields, overrideOf }: Settings,
  options: AnalyzerOptions = {},
): (file: SourceFile) => FileAnalysis {
  const judging = {
    rules,
    names,
    place: (...asked: Parameters<typeof placeTokens>) => placeTokens(asked[0], asked[1], asked[2], fields),
    ...(overrideOf && { overrideOf }),
    ...options,
  };
  return (file) => analyze(file, judging);
}
