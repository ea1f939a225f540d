import { analyze, compileNames, type FileAnalysis, type SourceFile } from '@regmigrate/core';
import { placeTokens } from '@regmigrate/formats';
import { createRules, loadCatalogue } from '@regmigrate/rules';

const rules = createRules(loadCatalogue);
const names = compileNames(rules);

/** What the command would say of one file, with all rules and formats and the shipped catalogue. */
export const analyzeFile = (file: SourceFile): FileAnalysis =>
  analyze(file, { rules, names, place: placeTokens });
