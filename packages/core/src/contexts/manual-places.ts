import type { Context } from './context.ts';

/** Places where a person must decide. */
export const manualPlaces = {
  'compared-value': {
    ceiling: 'manual',
    summary: 'a value that a template compares',
    reason: 'a template of the chart looks at this very text; read what it does with it',
  },
  'schema-bound': {
    ceiling: 'manual',
    summary: 'a value that a chart’s schema holds to this name',
    reason: 'values.schema.json lets only this name through; add the new one to it, then change the value',
  },
  'doubled-domain': {
    ceiling: 'manual',
    summary: 'a registry behind another one',
    reason: 'two keys name a registry, and the template prints both; leave one of them empty or out',
  },
  'mirrored-value': {
    ceiling: 'manual',
    summary: 'a value that other values put behind a registry',
    reason:
      'other values, of the chart, its parent or what deploys it, print it behind a registry of their own; change both',
  },
  'shared-domain': {
    ceiling: 'manual',
    summary: 'a domain that other images use as well',
    reason: 'images that did not move come from this domain too; give this one a domain of its own',
  },
  'web-address': {
    ceiling: 'manual',
    summary: 'a web address',
    reason: 'it is the address of a page, not a reference',
  },
  'test-expectation': {
    ceiling: 'manual',
    summary: 'data of a test, with its expectation beside it',
    reason: 'input and expectation belong together; change the input and let the test write its expectation',
  },
  'template-prefix': {
    ceiling: 'manual',
    summary: 'a name behind a template expression',
    reason: 'what stands before the name is known only when the template runs',
  },
  'regular-expression': {
    ceiling: 'manual',
    summary: 'a pattern',
    reason: 'a pattern may have to match the old name as long as anything uses it',
  },
  'allow-list': {
    ceiling: 'manual',
    summary: 'a list of allowed registries',
    reason: 'add the new registry beside the old one; remove the old one when nothing uses it',
  },
  'mirror-table': {
    ceiling: 'manual',
    summary: 'a mirror keyed by registry',
    reason: 'copy this entry for the new registry and keep the old one until nothing pulls from it',
  },
  'network-rule': {
    ceiling: 'manual',
    summary: 'a network rule',
    reason: 'add the new registry; its manifests and layers come from other hosts than its name',
  },
  credentials: {
    ceiling: 'manual',
    summary: 'credentials keyed by registry',
    reason: 'the new registry is public and needs none; if this names a mirror, add an entry',
  },
  'kubeadm-repository': {
    ceiling: 'manual',
    summary: 'kubeadm’s image repository',
    reason:
      'kubeadm puts CoreDNS under coredns/ only for its own default repository: registry.k8s.io since 1.25.0, 1.24.9, 1.23.15 and 1.22.17, k8s.gcr.io before',
  },
  'mapping-key': {
    ceiling: 'manual',
    summary: 'a key that is looked up by name',
    reason: 'something looks this key up by the name that it finds elsewhere',
  },
  message: {
    ceiling: 'manual',
    summary: 'a message of a program',
    reason: 'the message speaks of the registry; read what the program does before you reword it',
  },
  comparison: {
    ceiling: 'manual',
    summary: 'code that compares or maps names',
    reason: 'what it is compared with may go on having the old name',
  },
  archive: {
    ceiling: 'manual',
    summary: 'a packed chart',
    reason: 'it is packed; raise the dependency to a release that uses the new name, or override the value',
  },
  'vendored-chart': {
    ceiling: 'manual',
    summary: 'a fetched chart in another one',
    reason:
      'helm dependency update writes it anew; raise the dependency to a release that uses the new name, or override the value',
  },
  encrypted: { ceiling: 'manual', summary: 'an encrypted file', reason: 'an edit would break its seal' },
  'push-target': {
    ceiling: 'manual',
    summary: 'a name that images are pushed to',
    reason: 'nothing can be pushed to registry.k8s.io; choose where these images go',
  },
} as const satisfies Record<string, Context>;
