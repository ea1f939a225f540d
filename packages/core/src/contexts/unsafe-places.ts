import type { Context } from './context.ts';

/** Places where a move is likely right, and a person should ask for it. */
export const unsafePlaces = {
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
  preloaded: {
    ceiling: 'unsafe',
    summary: 'an image that is never pulled',
    reason: 'the nodes hold it under this name; load it under the new one first',
  },
} as const satisfies Record<string, Context>;
