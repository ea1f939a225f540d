import type { ContextId, SourceFile } from '@regmigrate/core';
import { objectOf, valueOf } from './locator.ts';
import { ancestry, childOf, type OutlineNode } from './outline.ts';

const FILE = /(?:^|\/)kustomization(?:\.ya?ml)?$/i;

/** Names in a kustomization's `images` must equal what its resources write, so no edit there stands alone. */
export function kustomizationContext({ path, text }: SourceFile, node: OutlineNode): ContextId | undefined {
  const keys = [...ancestry(node)].map(({ key }) => key);
  // Argo CD writes the same overrides as `old=new`.
  if (keys.includes('kustomize') && keys.includes('images')) return 'kustomize-image';
  const kind = valueOf(text, childOf(objectOf(node), 'kind'));
  const isKustomization = FILE.test(path) || kind === 'Kustomization' || kind === 'Component';
  if (!isKustomization && kind !== 'ImageTagTransformer') return undefined;
  return keys.includes('images') || keys.includes('imageTag') ? 'kustomize-image' : undefined;
}
