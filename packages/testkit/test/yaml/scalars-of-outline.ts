import { ancestry, type Outline, type OutlineNode } from '../../../formats/src/yaml/outline.ts';
import type { ReadScalar } from './scalars-of-yaml.ts';

/** The same of our own outline. Its documents are counted by what they hold, so they are left out. */
export function scalarsOfOutline({ scalars, documents }: Outline): readonly ReadScalar[] {
  return scalars
    .filter(({ style }) => style !== 'map' && style !== 'seq' && style !== 'empty')
    .map((node) => ({ path: pathOf(node, documents), style: node.style, start: node.span.start }));
}

function pathOf(node: OutlineNode, documents: readonly OutlineNode[]): string {
  let path = '';
  let root = node;
  for (const at of ancestry(node)) {
    root = at;
    if (at.key !== undefined) path = `.${at.key}${path}`;
    else if (at.index !== undefined) path = `[${at.index}]${path}`;
  }
  return `${documents.indexOf(root)}:${path}`;
}
