import type { ContextId, Placement, SourceFile, Token } from '@regmigrate/core';
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

/** An entry's tag and digest complete its `newName`, or its `name` where that is the new one as well. */
export function completedByEntry(
  text: string,
  token: Token,
  { key, parent }: OutlineNode,
): Pick<Placement, 'completions'> {
  const beside = (name: string): string => valueOf(text, childOf(parent, name)) ?? '';
  const isWritten = key === 'newName' || ['', beside('name')].includes(beside('newName'));
  const [tag, digest] = [beside('newTag'), beside('digest')];
  if (!isWritten || `${tag}${digest}` === '') return {};
  const name = text.slice(token.extent.start, token.extent.end);
  return { completions: [`${name}${tag && `:${tag}`}${digest && `@${digest}`}`] };
}
