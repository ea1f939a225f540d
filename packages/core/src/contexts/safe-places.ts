import type { Context } from './context.ts';

/** Places where a reference is used as it is; nothing there was wrong in replays of people's migrations. */
export const safePlaces = {
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
} as const satisfies Record<string, Context>;
