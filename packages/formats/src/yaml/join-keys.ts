import type { Join, Span } from '@regmigrate/core';
import { locatorOf, valueOf } from './locator.ts';
import { spotAt, type Outline, type OutlineNode } from './outline.ts';
import { tagBeside } from './split-keys.ts';

/** A domain that stands alone, as in `registry: us.gcr.io`; a trailing slash joins without another one. */
const DOMAIN = /^(?:[\w-]+\.)+[a-z]{2,}\/?$/i;

/** Retired names whose domain and path stand under two keys of one map. */
export function joinKeys(text: string, outline: Outline, loosePaths: readonly Span[]): readonly Join[] {
  return loosePaths.flatMap(({ start }): readonly Join[] => {
    const spot = spotAt(outline, start);
    if (spot?.part !== 'value' || spot.node.span.start !== start) return [];
    const { node } = spot;
    const domain = domainBeside(text, node);
    if (!domain) return [];
    const tag = tagBeside(text, node);
    return [
      {
        domain: domain.span,
        path: node.span,
        context: 'split-field',
        locator: locatorOf(text, node, outline),
        ...(tag !== undefined && { tag }),
      },
    ];
  });
}

function domainBeside(text: string, node: OutlineNode): OutlineNode | undefined {
  if (node.parent?.style !== 'map') return undefined;
  const domains = node.parent.children.filter(
    (child) => child !== node && DOMAIN.test(valueOf(text, child) ?? ''),
  );
  // Two domains beside one path: which of them it belongs to is not known.
  return domains.length === 1 ? domains[0] : undefined;
}
