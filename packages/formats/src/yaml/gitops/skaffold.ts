import type { SettingsShape, Shape } from './shape.ts';

const group = /^skaffold\//;
const kind = /^Config$/;

/** Skaffold builds its artifacts and pushes them under their names; all else finds them by these names. */
export const skaffoldShapes: readonly Shape[] = [
  { group, kind, keys: '** artifacts * image', is: 'push-target' },
  { group, kind, keys: '** test * image', is: 'push-target' },
  { group, kind, keys: '** requires * image', is: 'push-target' },
  { group, kind, keys: '** artifactOverrides **', is: 'push-target' },
];

export const skaffoldSettings: readonly SettingsShape[] = [
  { group, kind, keys: '** releases * setValues', as: 'map' },
  { group, kind, keys: '** releases * setValueTemplates', as: 'map' },
];
