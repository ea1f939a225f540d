import type { Placement, SourceFile, Token } from '@regmigrate/core';
import { innerFormat } from '../inner-format.ts';
import { keepTogether } from '../keep-together.ts';
import { shiftToken } from '../shift-token.ts';
import type { OutlineNode } from './outline.ts';
import { textInQuotes } from './text-in-quotes.ts';

const TEXT: Placement = { context: 'text' };

/** What a scalar says that may be a file of its own; undefined for any other. */
export function textOf(text: string, node: OutlineNode): string | undefined {
  const isBlock = node.style === 'literal' || node.style === 'folded';
  return isBlock ? text.slice(node.span.start, node.span.end) : textInQuotes(text, node);
}

/** What the names in a block of text are, in order: the block is read as the file that it would be. */
export function placeInBlock(
  { path, text }: SourceFile,
  tokens: readonly Token[],
  node: OutlineNode,
): readonly Placement[] {
  const inner = textOf(text, node) ?? text.slice(node.span.start, node.span.end);
  const format = innerFormat(node.key ?? '', inner);
  if (!format) return tokens.map(() => ({ context: 'prose' }));
  const file = { path: `${path}#${node.key ?? ''}`, text: inner };
  const inside = tokens.map((token) => shiftToken(token, -node.span.start));
  const { placements } = format.read(file, inside);
  const read = inside.map((_, index) => placements[index] ?? TEXT);
  const together = format.id === 'script' ? keepTogether(file, inside, read) : read;
  return together.map((placement): Placement => {
    return placement.context === 'image-field' ? { ...placement, context: 'embedded-manifest' } : placement;
  });
}
