import type { Token } from '../model/token.ts';
import { normalizeName } from '../reference/normalize-name.ts';
import { parseReference } from '../reference/parse-reference.ts';

/**
 * Whether what a move writes is a reference to the image that it means. `c.example:1`, which is left of
 * `b.example/x:1` where `b.example/x` became `c.example`, is an image of Docker Hub, and `c.example/g/-x` is none.
 * `next`: the reference as it would stand, with the escapes of its text; `meant`: the name that the move says.
 * Of what was no reference before, such as a registry alone, no more can be said than that images can be below it.
 */
export function readsAs(
  next: string,
  meant: string,
  { reference, written, escape }: Pick<Token, 'reference' | 'written' | 'escape'>,
): boolean {
  if (!reference) return parseReference(`${meant}/x`).ok;
  const parsed = parseReference(escape === '' ? next : next.replaceAll('\\', ''));
  const slash = meant.indexOf('/');
  if (!parsed.ok || slash < 0) return false;
  // A port, or a template expression, that follows the name directly.
  const behind = reference.domain?.value.slice(written.split('/')[0]?.length) ?? '';
  const read = normalizeName(parsed.reference);
  const wanted = normalizeName({
    domain: partOf(meant.slice(0, slash) + behind),
    path: partOf(meant.slice(slash + 1)),
  });
  return read.domain === wanted.domain && read.path === wanted.path;
}

const partOf = (value: string) => ({
  value,
  span: { start: 0, end: value.length },
  templated: /[${]/.test(value),
});
