import { analyze, compileNames, type FileAnalysis, type Rule, type SourceFile } from '@regmigrate/core';
import { placeTokens } from '@regmigrate/formats';
import { createRules, loadCatalogue } from '@regmigrate/rules';

export interface Analyzer {
  readonly rules: readonly Rule[];
  /** Finds files that may hold a retired name, and some that do not. */
  readonly pattern: string;
  readonly analyze: (file: SourceFile) => FileAnalysis;
}

/** All rules and all formats, put together. */
export function createAnalyzer(): Analyzer {
  const rules = createRules(loadCatalogue);
  const names = compileNames(rules);
  return {
    rules,
    pattern: names.prefilter,
    analyze: (file) => analyze(file, { rules, names, place: placeTokens }),
  };
}
