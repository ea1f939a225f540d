import { compileNames, type NameMatcher, type Rule } from '@regmigrate/core';
import { createRules, loadCatalogue } from '@regmigrate/rules';

interface RetiredNames {
  readonly rules: readonly Rule[];
  readonly names: NameMatcher;
}

let prepared: RetiredNames | undefined;

/** All rules, made ready once: a list of images asks for each of them. */
export function retiredNames(): RetiredNames {
  if (prepared) return prepared;
  const rules = createRules(loadCatalogue);
  prepared = { rules, names: compileNames(rules) };
  return prepared;
}
