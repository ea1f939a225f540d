import type { Finding } from '../model/finding.ts';
import type { Suppression } from '../model/suppression.ts';

/**
 * The suppression that covers a finding and begins last, for each finding that has one; of several that begin at one
 * place, the first. Findings of one code are asked for together, so that time grows with both lists and not with
 * their product.
 */
export function nearestSuppressions(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
): ReadonlyMap<Finding, Suppression> {
  const nearest = new Map<Finding, Suppression>();
  if (suppressions.length === 0) return nearest;
  for (const group of groupByCode(findings).values()) sweep(group, suppressions, nearest);
  return nearest;
}

function groupByCode(findings: readonly Finding[]): ReadonlyMap<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.rule}/${finding.code}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return groups;
}

/** Goes through the text with those that are open on a stack; one that has ended is never on top again. */
function sweep(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  nearest: Map<Finding, Suppression>,
): void {
  const [first] = findings;
  if (!first) return;
  const ranges = rangesFor(first, suppressions);
  const open: Range[] = [];
  let next = 0;
  for (const finding of findings.toSorted((a, b) => a.span.start - b.span.start)) {
    const at = finding.span.start;
    for (let range = ranges[next]; range && range.start <= at; range = ranges[++next]) open.push(range);
    while ((open.at(-1)?.end ?? Infinity) <= at) open.pop();
    const top = open.at(-1);
    if (top) nearest.set(finding, top.suppression);
  }
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly suppression: Suppression;
}

/** What covers findings with the rule and code of this one, in the order in which they begin, the first one last. */
function rangesFor({ rule, code }: Finding, suppressions: readonly Suppression[]): readonly Range[] {
  const speaksOf = (ids: readonly string[]): boolean =>
    ids.length === 0 || ids.includes(rule) || ids.includes(`${rule}/${code}`);
  const endings = new Map<Suppression['ends'], readonly number[]>();
  const endOf = ({ covers, ends }: Suppression): number => {
    if (!ends) return covers.end;
    const known = endings.get(ends) ?? ends.filter(({ rules }) => speaksOf(rules)).map(({ at }) => at);
    endings.set(ends, known);
    return Math.min(covers.end, firstAfter(known, covers.start) ?? covers.end);
  };
  return suppressions
    .filter(({ rules }) => speaksOf(rules))
    .map((suppression) => ({ start: suppression.covers.start, end: endOf(suppression), suppression }))
    .reverse()
    .sort((a, b) => a.start - b.start);
}

function firstAfter(sorted: readonly number[], start: number): number | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return sorted[low];
}
