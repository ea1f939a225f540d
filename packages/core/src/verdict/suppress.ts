import { contexts } from '../contexts.ts';
import type { Finding, Kept } from '../model/finding.ts';
import type { Problem } from '../model/format.ts';
import type { Suppression } from '../model/suppression.ts';

interface Suppressed {
  readonly mentions: readonly (Finding | Kept)[];
  /** One for each suppression that has nothing to suppress. */
  readonly problems: readonly Problem[];
}

/** Turns each finding that a suppression covers into something kept. What is kept already needs none. */
export function suppress(
  mentions: readonly (Finding | Kept)[],
  suppressions: readonly Suppression[],
): Suppressed {
  const used = new Set<Suppression>();
  const told = mentions.map((mention) => {
    const by = 'edits' in mention ? suppressions.filter((one) => covers(one, mention)) : [];
    // The nearest, which begins last, gives the reason; one around it is not needed for this finding.
    const nearest = by.toSorted((a, b) => b.covers.start - a.covers.start)[0];
    if (!nearest || !('edits' in mention)) return mention;
    used.add(nearest);
    return keep(mention, nearest.reason ?? contexts.suppressed.reason);
  });
  const unused = suppressions.filter((suppression) => !used.has(suppression));
  return { mentions: told, problems: unused.map(unusedProblem) };
}

function covers({ covers: { start, end }, rules, ends = [] }: Suppression, mention: Finding): boolean {
  const { start: at } = mention.span;
  const speaksOf = (ids: readonly string[]): boolean =>
    ids.length === 0 || ids.includes(mention.rule) || ids.includes(`${mention.rule}/${mention.code}`);
  if (at < start || at >= end || !speaksOf(rules)) return false;
  return !ends.some((other) => other.at <= at && speaksOf(other.rules));
}

function keep(
  { severity: _severity, applicability: _applicability, edits: _edits, new: _new, ...mention }: Finding,
  reason: string,
): Kept {
  return { ...mention, context: 'suppressed', reason };
}

const unusedProblem = ({ span, rules }: Suppression): Problem => ({
  code: 'unused-suppression',
  message: `nothing is suppressed here${rules.length > 0 ? ` for ${rules.join(', ')}` : ''}; take it away`,
  span,
});
