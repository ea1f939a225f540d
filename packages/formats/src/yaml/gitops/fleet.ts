import type { Shape } from './shape.ts';

export const fleetShapes: readonly Shape[] = [
  { group: /^fleet\.cattle\.io\//, kind: /^ImageScan$/, keys: 'spec image', is: 'update-source' },
  { file: /(?:^|\/)fleet\.ya?ml$/, keys: 'imageScans * image', is: 'update-source' },
];
