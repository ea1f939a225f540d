import type { ContextId } from '@regmigrate/core';
import type { NameInScalar, Shape } from './shape.ts';

const group = /^kbld\.(?:k14s\.io|carvel\.dev)\//;

/** An override that `kbld --lock-output` wrote is marked as resolved; it pins what was built or found. */
const override =
  (otherwise: ContextId) =>
  ({ beside }: NameInScalar): ContextId =>
    beside('preresolved') === 'true' ? 'lock' : otherwise;

/** kbld finds images by the names that manifests write, and imgpkg and vendir lock what they fetched. */
export const carvelShapes: readonly Shape[] = [
  { group, keys: 'overrides * image', is: override('override-key') },
  { group, keys: 'overrides * imageRepo', is: override('override-key') },
  { group, keys: 'overrides * newImage', is: override('image-field') },
  { group, keys: 'sources * image', is: 'override-key' },
  { group, keys: 'sources * imageRepo', is: 'override-key' },
  { group, keys: 'destinations * image', is: 'override-key' },
  { group, keys: 'destinations * imageRepo', is: 'override-key' },
  { group, keys: 'destinations * newImage', is: 'push-target' },
  { group, keys: '** valueMatcher *', is: 'override-key' },
  // What kbld found, as it notes it on the objects that it prints.
  {
    keys: '** annotations *',
    is: ({ node }) => (/^kbld\.(?:k14s\.io|carvel\.dev)\//.test(node.key ?? '') ? 'lock' : undefined),
  },
  { group: /^imgpkg\.carvel\.dev\//, kind: /^(?:ImagesLock|BundleLock)$/, keys: '**', is: 'lock' },
  { group: /^vendir\.k14s\.io\//, kind: /^LockConfig$/, keys: '**', is: 'lock' },
];
