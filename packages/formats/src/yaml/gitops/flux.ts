import type { Shape } from './shape.ts';

export const fluxShapes: readonly Shape[] = [
  {
    group: /^image\.toolkit\.fluxcd\.io\//,
    kind: /^ImageRepository$/,
    keys: 'spec image',
    is: 'update-source',
  },
  // What an override of a rendered chart prints, where it does not go on to match.
  { group: /^helm\.toolkit\.fluxcd\.io\//, keys: '** kustomize images * newName', is: 'image-field' },
];
