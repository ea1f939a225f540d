import type { Join, SourceFile, Span } from '@regmigrate/core';
import { innerFormat } from '../inner-format.ts';
import { locatorOf } from './locator.ts';
import { spotAt, type Outline, type OutlineNode } from './outline.ts';

/** Retired names in two scalars of a block of text, such as the values in an Application. */
export function joinInBlocks(
  { path, text }: SourceFile,
  outline: Outline,
  loosePaths: readonly Span[],
): readonly Join[] {
  const blocks = new Map<OutlineNode, Span[]>();
  for (const span of loosePaths) {
    const spot = spotAt(outline, span.start);
    if (spot?.part !== 'value' || !/^(?:literal|folded)$/.test(spot.node.style)) continue;
    blocks.set(spot.node, [...(blocks.get(spot.node) ?? []), span]);
  }
  return [...blocks].flatMap(([node, spans]): readonly Join[] => {
    const { start, end } = node.span;
    const inner = text.slice(start, end);
    const move = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });
    const format = innerFormat(node.key ?? '', inner);
    const inside = spans.map((span) => move(span, -start));
    const file = { path: `${path}#${node.key ?? ''}`, text: inner };
    return (format?.read(file, [], inside).joins ?? []).map((join) => ({
      ...join,
      domain: move(join.domain, start),
      path: move(join.path, start),
      locator: `${locatorOf(text, node, outline)} › ${join.locator ?? ''}`,
    }));
  });
}
