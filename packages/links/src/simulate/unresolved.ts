import type { Kustomization, Ref } from '../kustomize/kustomization.ts';
import type { Target } from '../kustomize/kustomize-tree.ts';
import type { Unknown } from './image-state.ts';

/** What a reference leaves unknown that leads to nothing which can be read here. */
export const unresolved = (from: Kustomization, { value, span }: Ref, kind: Target['kind']): Unknown => ({
  what: kind === 'remote' || kind === 'link' ? kind : 'missing',
  file: from.path,
  start: span.start,
  ref: value,
});
