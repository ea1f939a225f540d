import type { Token } from '../model/token.ts';
import { leftBoundary, rightBoundary } from './boundaries.ts';
import type { NameMatcher } from './compile-names.ts';
import { readExtent } from './read-extent.ts';

/**
 * Every place where `text` holds a retired name, in order, none twice. Total: it asks nothing of the
 * file's format, so no format can lose an occurrence. Offsets in UTF-16 units.
 */
export function findTokens(text: string, matcher: NameMatcher): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(matcher.expression)) {
    const which = match.findIndex((group, index) => index > 0 && group !== undefined) - 1;
    const name = matcher.names[which];
    if (!name) continue;
    const end = match.index + match[0].length;
    const start = name.pattern.domain.startsWith('*') ? startOfLabel(text, match.index) : match.index;
    const written = text.slice(start, end).replaceAll('\\', '');
    const span = { start, end };
    const right = rightBoundary(text, end);
    const rest = right === 'cut' ? { extent: span, open: false } : readExtent(text, span, written);
    tokens.push({
      rule: name.rule,
      name: span,
      written,
      escape: /\\+(?=\.)/.exec(match[0])?.[0] ?? '',
      left: leftBoundary(text, start),
      right,
      ...rest,
    });
  }
  return tokens;
}

/** `europe-west1` of `europe-west1-docker.pkg.dev`: a DNS label has at most 63 characters. */
function startOfLabel(text: string, at: number): number {
  const label = /[a-z0-9-]*$/i.exec(text.slice(Math.max(0, at - 63), at));
  return at - (label?.[0].length ?? 0);
}
