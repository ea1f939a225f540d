import { analyze, compileNames, type FileAnalysis, type SourceFile } from '@regmigrate/core';
import { placeTokens } from '@regmigrate/formats';
import { linkAlone } from '@regmigrate/links';
import { createRules, loadCatalogue } from '@regmigrate/rules';

const rules = createRules(loadCatalogue);
const names = compileNames(rules);

/** What the command would say of one file, with all rules and formats and the shipped catalogue. */
export function analyzeFile(file: SourceFile): FileAnalysis {
  const analysis = analyzeUnlinked(file);
  return linkAlone([analysis])[0] ?? analysis;
}

/** The same before anything is lowered that hangs on other files. */
export const analyzeUnlinked = (file: SourceFile): FileAnalysis =>
  analyze(file, { rules, names, place: placeTokens });
