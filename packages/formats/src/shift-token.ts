import type { Token } from '@regmigrate/core';

/** A token as another text holds it, in which its file or a part of it begins `by` units further on. */
export function shiftToken(token: Token, by: number): Token {
  const move = <T extends { start: number; end: number }>(span: T): T => ({
    ...span,
    start: span.start + by,
    end: span.end + by,
  });
  return { ...token, name: move(token.name), extent: move(token.extent) };
}
