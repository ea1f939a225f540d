import type { ContextId, Placement, Reading, SourceFile, Token } from '@regmigrate/core';
import { lineAround, type Line } from './text/line-around.ts';

/** One token on its line, as a line-based format sees it. */
export interface TokenLine {
  readonly line: Line;
  readonly before: string;
  readonly after: string;
  readonly token: Token;
}

/** Reads a format whose lines explain themselves: one question a token, no state between them. */
export function readLines(
  { text }: SourceFile,
  tokens: readonly Token[],
  contextOf: (at: TokenLine) => ContextId,
): Reading {
  const placements = tokens.map((token): Placement => {
    const line = lineAround(text, token.name.start);
    const before = line.text.slice(0, token.name.start - line.start);
    const after = line.text.slice(token.extent.end - line.start);
    return { context: contextOf({ line, before, after, token }) };
  });
  return { placements, problems: [] };
}
