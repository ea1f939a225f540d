import type { Placement, SourceFile, Token } from '@regmigrate/core';
import { innerFormat } from '../inner-format.ts';
import { keepTogether } from '../keep-together.ts';
import { shiftToken } from '../shift-token.ts';
import type { OutlineNode } from './outline.ts';

const TEXT: Placement = { context: 'text' };

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
  const inside = tokens.map((token) => shiftToken(token, -start));
  const { placements } = format.read(file, inside);
  const read = inside.map((_, index) => placements[index] ?? TEXT);
  const together = format.id === 'script' ? keepTogether(file, inside, read) : read;
  return together.map((placement): Placement => {
    return placement.context === 'image-field' ? { ...placement, context: 'embedded-manifest' } : placement;
  });
}
