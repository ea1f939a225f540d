import type { Placement, SourceFile, Token } from '@regmigrate/core';
import { innerFormat } from '../inner-format.ts';
import type { OutlineNode } from './outline.ts';

/** What the names in a block of text are, in order: the block is read as the file that it would be. */
export function placeInBlock(
  { path, text }: SourceFile,
  tokens: readonly Token[],
  node: OutlineNode,
): readonly Placement[] {
  const { start, end } = node.span;
  const inner = text.slice(start, end);
  const format = innerFormat(node.key ?? '', inner);
  if (!format) return tokens.map(() => ({ context: 'prose' }));
  const file = { path: `${path}#${node.key ?? ''}`, text: inner };
  const { placements } = format.read(
    file,
    tokens.map((token) => shift(token, -start)),
  );
  return tokens.map((_, index): Placement => {
    const placement = placements[index] ?? { context: 'text' };
    return placement.context === 'image-field' ? { ...placement, context: 'embedded-manifest' } : placement;
  });
}

function shift(token: Token, by: number): Token {
  const move = <T extends { start: number; end: number }>(span: T): T => ({
    ...span,
    start: span.start + by,
    end: span.end + by,
  });
  return { ...token, name: move(token.name), extent: move(token.extent) };
}
