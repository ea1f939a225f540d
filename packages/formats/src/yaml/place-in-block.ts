import type { Placement, SourceFile, Token } from '@regmigrate/core';
import { innerFormat } from '../inner-format.ts';
import type { OutlineNode } from './outline.ts';

/** What a name in a block of text is: the block is read as the file that it would be. */
export function placeInBlock(
  { path, text }: SourceFile,
  token: Token,
  node: OutlineNode,
): Omit<Placement, 'locator'> {
  const { start, end } = node.span;
  const inner = text.slice(start, end);
  const format = innerFormat(node.key ?? '', inner);
  if (!format) return { context: 'prose' };
  const file = { path: `${path}#${node.key ?? ''}`, text: inner };
  const placement = format.read(file, [shift(token, -start)]).placements[0];
  const context = placement?.context ?? 'text';
  return { context: context === 'image-field' ? 'embedded-manifest' : context };
}

function shift(token: Token, by: number): Token {
  const move = <T extends { start: number; end: number }>(span: T): T => ({
    ...span,
    start: span.start + by,
    end: span.end + by,
  });
  return { ...token, name: move(token.name), extent: move(token.extent) };
}
