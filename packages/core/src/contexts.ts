import type { Verdict } from './model/rule.ts';

interface Context {
  /** The most that may be done to a reference in this place, whatever its rule allows. */
  readonly ceiling: Verdict;
  /** What kind of place it is, as a noun phrase. */
  readonly summary: string;
  /** Why no more than `ceiling` is allowed; empty where all is. */
  readonly reason: string;
}

/**
 * The kinds of places in which a name can stand. A place is `safe` only by evidence: in replays of
 * migrations made by people, no edit there was wrong (docs/accuracy.md).
 */
export const contexts = {
  'image-field': { ceiling: 'safe', summary: 'a field that holds a reference', reason: '' },
  'split-field': { ceiling: 'safe', summary: 'a domain beside the keys that complete it', reason: '' },
  'field-text': { ceiling: 'safe', summary: 'part of a longer value, such as an argument', reason: '' },
  'embedded-manifest': { ceiling: 'safe', summary: 'a manifest inside a block of text', reason: '' },
  'template-image': { ceiling: 'safe', summary: 'a literal in the template of an image field', reason: '' },
  'values-table': { ceiling: 'safe', summary: 'a row of the table of a chart’s values', reason: '' },
  'commented-value': { ceiling: 'safe', summary: 'a commented example in a chart’s values', reason: '' },
  'values-schema': {
    ceiling: 'safe',
    summary: 'a default or an example in the schema of a chart’s values',
    reason: '',
  },
  'dockerfile-instruction': { ceiling: 'safe', summary: 'an instruction of a Dockerfile', reason: '' },
  assignment: { ceiling: 'safe', summary: 'a variable of a script or Makefile', reason: '' },
  command: { ceiling: 'safe', summary: 'an image that a command uses', reason: '' },
  // These two only where what they are compared with is known and moves too: packages/links lowers all others.
  'kustomize-image': { ceiling: 'safe', summary: 'an entry of a kustomization’s images', reason: '' },
  'patch-test': { ceiling: 'safe', summary: 'a value that a JSON patch must find', reason: '' },
  // These three only where both sides of an automation are known and move: packages/links lowers all others.
  'update-source': { ceiling: 'safe', summary: 'a name that an automation looks up', reason: '' },
  'updated-image': { ceiling: 'safe', summary: 'a reference that an automation writes', reason: '' },
  'update-hint': { ceiling: 'safe', summary: 'a hint that says where a version is looked up', reason: '' },

  'name-field': {
    ceiling: 'unsafe',
    summary: 'a name that other things may match',
    reason: 'a name may be the key by which something else finds it',
  },
  'override-key': {
    ceiling: 'unsafe',
    summary: 'a name by which an override finds images',
    reason: 'it must stay equal to the name that the manifests write, or it finds nothing, without a word',
  },
  'domain-field': {
    ceiling: 'unsafe',
    summary: 'a domain that completes names elsewhere',
    reason: 'every image that is built from this domain moves with it',
  },
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
      'other values of the chart, or its parent’s, print it behind a registry of their own; change both',
  },
  'shared-domain': {
    ceiling: 'manual',
    summary: 'a domain that other images use as well',
    reason: 'images that did not move come from this domain too; give this one a domain of its own',
  },
  comment: {
    ceiling: 'unsafe',
    summary: 'a comment',
    reason: 'it is a comment; nothing reads it but people',
  },
  prose: { ceiling: 'unsafe', summary: 'a text for people', reason: 'it is a text; it may tell of the past' },
  'code-string': {
    ceiling: 'unsafe',
    summary: 'a string of program code',
    reason: 'the program may compare, split or expect this name',
  },
  template: {
    ceiling: 'unsafe',
    summary: 'a literal in a template',
    reason: 'what the template makes of it is not known',
  },
  'config-value': {
    ceiling: 'unsafe',
    summary: 'a value of a configuration file',
    reason: 'the program that reads this file may want the same name elsewhere',
  },
  script: {
    ceiling: 'unsafe',
    summary: 'a line of a script',
    reason: 'the script may compare, split or retag this name',
  },
  'test-data': {
    ceiling: 'unsafe',
    summary: 'data of a test',
    reason: 'a test may expect this very name',
  },
  text: { ceiling: 'unsafe', summary: 'a text of unknown kind', reason: 'what reads this file is not known' },

  'registry-address': {
    ceiling: 'unsafe',
    summary: 'the address of the registry’s API',
    reason: 'registry.k8s.io answers most requests with redirects to other hosts, and has no catalogue',
  },
  substitution: {
    ceiling: 'unsafe',
    summary: 'a substitution in a script',
    reason: 'it must look for the very name that the files it changes hold',
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

  'deny-list': {
    ceiling: 'keep',
    summary: 'a rule that forbids the old registry',
    reason: 'a rule against the old registry must go on naming it',
  },
  'reported-state': {
    ceiling: 'keep',
    summary: 'what a cluster reports of itself',
    reason: 'the cluster writes it anew when the object has changed',
  },
  'push-target': {
    ceiling: 'manual',
    summary: 'a name that images are pushed to',
    reason: 'nothing can be pushed to registry.k8s.io; choose where these images go',
  },
  preloaded: {
    ceiling: 'unsafe',
    summary: 'an image that is never pulled',
    reason: 'the nodes hold it under this name; load it under the new one first',
  },
  'other-name': {
    ceiling: 'keep',
    summary: 'part of another name',
    reason: 'the name only contains the retired one',
  },
  'path-component': {
    ceiling: 'keep',
    summary: 'part of a path',
    reason: 'it is a folder, or a path on another registry',
  },
  history: {
    ceiling: 'keep',
    summary: 'a record of the past',
    reason: 'a changelog tells what was true then',
  },
  'frozen-release': {
    ceiling: 'keep',
    summary: 'a released artefact',
    reason: 'it belongs to a release that is out; change what the next one is made from',
  },
  patch: { ceiling: 'keep', summary: 'a patch', reason: 'a patch must match the text that it changes' },
  vendored: {
    ceiling: 'keep',
    summary: 'a copy of somebody else’s file',
    reason: 'it is a copy; the next update would undo a change',
  },
  lock: {
    ceiling: 'keep',
    summary: 'a lock or provenance file',
    reason: 'it records what was resolved; the tool that wrote it must write it anew',
  },
  migration: {
    ceiling: 'keep',
    summary: 'the move itself',
    reason: 'it tells the old registry from the new one; that difference must stay',
  },
  binary: { ceiling: 'keep', summary: 'a binary file', reason: 'it is binary; build it anew' },

  suppressed: {
    ceiling: 'keep',
    summary: 'a place that a comment or annotation excepts',
    reason: 'it is suppressed; no reason is given',
  },
  baseline: {
    ceiling: 'keep',
    summary: 'a reference that the baseline holds',
    reason: 'it was there when the baseline was written',
  },
} as const satisfies Record<string, Context>;

export type ContextId = keyof typeof contexts;

/** Places of which no user can say something else: an edit there is never right, or what they are is no place. */
export const fixedContexts: ReadonlySet<ContextId> = new Set([
  'other-name',
  'binary',
  'encrypted',
  'archive',
  'suppressed',
  'baseline',
]);
