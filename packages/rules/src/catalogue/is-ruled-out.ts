import { compareNumbers } from './compare-numbers.ts';
import { FINAL, parseTag, type ParsedTag } from './parse-tag.ts';

/**
 * Release lines later than the asked one that must exist before it counts as finished.
 * Replayed over two years of promotions, patches came for lines with up to five later ones.
 */
const LINES_UNTIL_FINISHED = 7;

/** The same for a line older than any the image has: those are hardly ever filled in. */
const LINES_ABOVE_THE_OLDEST = 4;

/**
 * Whether a tag that is not among `tags` can be said never to come. That the image has some
 * newer tag is not enough: patches of older lines go on after it. `tags` hold the whole image.
 */
export function isRuledOut(tag: string, tags: readonly string[]): boolean {
  const asked = parseTag(tag);
  // A candidate is sometimes promoted after its release.
  if (!asked || isCandidate(asked)) return false;
  const known = tags.flatMap((text) => parseTag(text) ?? []).filter((other) => isComparable(asked, other));
  if (known.some((other) => isOvertakenBy(asked, other))) return true;
  if (asked.kind !== 'release') return false;

  const isOldest = known.every((other) => compareNumbers(other.line, asked.line) > 0);
  const later = known.filter((other) => !isCandidate(other) && compareNumbers(other.line, asked.line) > 0);
  const lines = new Set(later.map((other) => other.line.join('.')));
  return lines.size >= (isOldest ? LINES_ABOVE_THE_OLDEST : LINES_UNTIL_FINISHED);
}

function isComparable(asked: ParsedTag, other: ParsedTag): boolean {
  return asked.kind === other.kind && asked.line.length === other.line.length;
}

/** A later position in one line; an equal one is another spelling, as 1.8.6 for v1.8.6. */
function isOvertakenBy(asked: ParsedTag, other: ParsedTag): boolean {
  if (compareNumbers(asked.line, other.line) !== 0) return false;
  const distance = compareNumbers(other.order, asked.order);
  // Two builds of one day have no order.
  return asked.kind === 'date' ? distance > 0 : distance >= 0;
}

function isCandidate({ kind, order }: ParsedTag): boolean {
  return kind === 'release' && order[1] !== FINAL;
}
