import type { Rule } from '@regmigrate/core';

/** The registry that the built-in rules move to. */
const TARGET = 'registry.k8s.io';

/**
 * The rule with a private mirror as its target: `mirror.corp/k8s` in place of registry.k8s.io. The catalogue
 * is still asked for the image by its own path.
 */
export function redirectRule(rule: Rule, to: string): Rule {
  const domain = to.replace(/\/+$/, '');
  return {
    ...rule,
    decide(reference) {
      const decision = rule.decide(reference);
      if (decision.kind !== 'move' || decision.to.domain !== TARGET) return decision;
      return { ...decision, to: { ...decision.to, domain } };
    },
  };
}
