import type { SettingsShape } from './shape.ts';

export const helmfile =
  /(?:^|\/)helmfile(?:\.d\/[^/]*|[^/]*)\.ya?ml(?:\.gotmpl)?$|\.helmfile\.ya?ml(?:\.gotmpl)?$/;

/** Settings of Helmfile's releases, and of the charts that k3s installs. */
export const helmSettings: readonly SettingsShape[] = [
  { file: helmfile, keys: '** releases * set', as: 'list' },
  { file: helmfile, keys: '** releases * setString', as: 'list' },
  { file: helmfile, keys: '** releases * setTemplate', as: 'list' },
  { file: helmfile, keys: 'templates * set', as: 'list' },
  { group: /^helm\.cattle\.io\//, kind: /^HelmChart$/, keys: 'spec set', as: 'map' },
];
