import type { Rule, Severity } from '@regmigrate/core';

/** The rule with all that it finds of this severity. */
export function withSeverity(rule: Rule, severity: Severity): Rule {
  return {
    ...rule,
    decide(reference) {
      const decision = rule.decide(reference);
      return decision.kind === 'keep' ? decision : { ...decision, severity };
    },
  };
}
