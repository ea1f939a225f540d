import type { Span } from '../model/text.ts';
import type { NameMatcher } from './compile-names.ts';

/** What joins a path to a domain on its left, or makes it a part of another name. */
const JOINED = /[\w./:@-]$/;
const GOES_ON = /^[\w.-]/;

/**
 * Where the text holds the path of a retired name and no domain before it: `k8s-artifacts-prod/pause` beside a
 * key that says `us.gcr.io`. Which domain belongs to it, if any, is for the format to say.
 */
export function findLoosePaths(text: string, { paths }: NameMatcher): readonly Span[] {
  if (!paths) return [];
  return [...text.matchAll(paths)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(
      ({ start, end }) =>
        !JOINED.test(text.slice(Math.max(0, start - 1), start)) && !GOES_ON.test(text.slice(end, end + 1)),
    );
}
