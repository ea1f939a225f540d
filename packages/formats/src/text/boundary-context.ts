import type { ContextId, Token } from '@regmigrate/core';

/** The root of a registry, or its API: `https://k8s.gcr.io`, `https://k8s.gcr.io/v2/`. */
const REGISTRY_ADDRESS = /^\/?(?:v2\b|$|[\s"'`),;\\\]])/;
/**
 * The folder of the promoter's manifests in kubernetes/k8s.io, which moved to registry.k8s.io/images there;
 * written from the root of that repository (`/k8s.gcr.io/images/k8s-staging-dns`), it is no path on this machine.
 */
const PROMOTER_FOLDER = /^\/(?:images|manifests)\/k8s-staging-/;

/** What a token's neighbours alone decide, in any file; undefined where it stands as a name of its own. */
export function boundaryContext(
  { left, right, escape }: Token,
  before: string,
  after: string,
): ContextId | undefined {
  if (right === 'cut' || left === 'glued') return 'other-name';
  if (left === 'path')
    return /(?:^|\s)\/$/.test(before) && PROMOTER_FOLDER.test(after) ? undefined : 'path-component';
  if (left === 'url') return REGISTRY_ADDRESS.test(after) ? 'registry-address' : 'web-address';
  if (left === 'template') return 'template-prefix';
  return escape === '' ? undefined : 'regular-expression';
}
