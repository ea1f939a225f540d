import { editsCanBeUndone } from './edits-can-be-undone.ts';
import { everyOccurrenceOnce } from './every-occurrence-once.ts';
import type { Law } from './law.ts';
import { nothingAskedNothingChanged } from './nothing-asked-nothing-changed.ts';
import { onlyAnnouncedBytesChange } from './only-announced-bytes-change.ts';
import { secondRunIsIdle } from './second-run-is-idle.ts';
import { storageDoesNotMatter } from './storage-does-not-matter.ts';
import { valuesDifferInNamesOnly } from './values-differ-in-names-only.ts';

/** Checked on every case, whatever it was written for. */
export const laws: readonly Law[] = [
  nothingAskedNothingChanged,
  onlyAnnouncedBytesChange,
  secondRunIsIdle,
  editsCanBeUndone,
  everyOccurrenceOnce,
  valuesDifferInNamesOnly,
  storageDoesNotMatter,
];
