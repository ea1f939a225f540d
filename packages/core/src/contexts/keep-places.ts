import type { Context } from './context.ts';

/** Places where the old name must stay. */
export const keepPlaces = {
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
  'baseline-file': {
    ceiling: 'keep',
    summary: 'a baseline of regmigrate',
    reason: 'it names what other files hold; --update-baseline writes it anew',
  },
} as const satisfies Record<string, Context>;
