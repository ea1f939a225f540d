import { contexts } from '../contexts.ts';
import type { Finding, Kept } from '../model/finding.ts';
import type { Problem } from '../model/format.ts';
import type { Suppression } from '../model/suppression.ts';
import { nearestSuppressions } from './nearest-suppressions.ts';

interface Suppressed {
  readonly mentions: readonly (Finding | Kept)[];
  /** One for each suppression that has nothing to suppress. */
  readonly problems: readonly Problem[];
}

/**
 * Turns each finding that a suppression covers into something kept. What is kept already needs none. The nearest,
 * which begins last, gives the reason; one around it is not needed for this finding.
 */
export function suppress(
  mentions: readonly (Finding | Kept)[],
  suppressions: readonly Suppression[],
): Suppressed {
  const findings = mentions.filter((mention): mention is Finding => 'edits' in mention);
  const heeded = suppressions.filter(({ fault }) => fault === undefined);
  const nearest = nearestSuppressions(findings, heeded);
  const used = new Set(nearest.values());
  const told = mentions.map((mention) => {
    const by = 'edits' in mention ? nearest.get(mention) : undefined;
    return by && 'edits' in mention ? keep(mention, by.reason ?? contexts.suppressed.reason) : mention;
  });
  const unused = suppressions.filter((suppression) => !used.has(suppression));
  return { mentions: told, problems: unused.map(unusedProblem) };
}

function keep(
  { severity: _severity, applicability: _applicability, edits: _edits, new: _new, ...mention }: Finding,
  reason: string,
): Kept {
  return { ...mention, context: 'suppressed', reason };
}

const unusedProblem = ({ span, rules, fault }: Suppression): Problem => ({
  code: 'unused-suppression',
  message:
    fault ?? `nothing is suppressed here${rules.length > 0 ? ` for ${rules.join(', ')}` : ''}; take it away`,
  span,
});
