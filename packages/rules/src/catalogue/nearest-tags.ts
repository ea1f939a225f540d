import type { Catalogue } from './catalogue.ts';
import { compareNumbers } from './compare-numbers.ts';
import { FINAL, parseTag } from './parse-tag.ts';

/** Tags that do exist, nearest version first, for a message about one that does not. */
export function nearestTags(catalogue: Catalogue, path: string, tag: string, limit: number): string[] {
  const asked = toVector(tag);
  const ranked = catalogue.tags(path).flatMap((text) => {
    const vector = toVector(text);
    if (!vector || (isCandidate(vector) && !(asked && isCandidate(asked)))) return [];
    return [{ text, vector, distance: asked ? distance(vector, asked) : [] }];
  });
  // Nothing to be near to: the newest is most use.
  ranked.sort((a, b) => compareNumbers(a.distance, b.distance) || compareNumbers(b.vector, a.vector));
  return ranked.slice(0, limit).map(({ text }) => text);
}

/** Kind, four numbers, stage and what follows it: one length, so that any two compare. */
function toVector(tag: string): number[] | undefined {
  const parsed = parseTag(tag);
  if (!parsed) return undefined;
  if (parsed.kind === 'date') return [1, parsed.order[0] ?? 0, 0, 0, 0, FINAL, 0];
  const numbers = parsed.kind === 'release' ? [...parsed.line, parsed.order[0] ?? 0] : parsed.line;
  const tail = parsed.kind === 'release' ? parsed.order.slice(1) : [FINAL, parsed.order[0] ?? 0];
  return [0, ...[...numbers, 0, 0, 0, 0].slice(0, 4), ...tail];
}

function isCandidate(vector: readonly number[]): boolean {
  return vector[5] !== FINAL;
}

/** The later the first difference the nearer; past it, what lies on the asked tag's side. */
function distance(vector: readonly number[], asked: readonly number[]): number[] {
  const first = vector.findIndex((number, index) => number !== asked[index]);
  if (first < 0) return [];
  const step = (vector[first] ?? 0) - (asked[first] ?? 0);
  const rest = vector.slice(first + 1).map((number) => (step > 0 ? number : -number));
  return [vector.length - first, Math.abs(step), step > 0 ? 0 : 1, ...rest];
}
