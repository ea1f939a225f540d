import type { Finding, Kept, Located, Report } from '@regmigrate/core';
import { byImportance } from '../findings/by-importance.ts';

/** How a reference ended, in the order in which totals name them. */
export const states = ['manual', 'safe', 'unsafe', 'fixed', 'kept'] as const;
export type State = (typeof states)[number];

/** One reference of the page. */
export interface Entry {
  readonly state: State;
  readonly mention: Located<Finding> | Located<Kept>;
}

/** All references of a run, what is left first and the worst of it before the rest. */
export function entriesOf({ findings, fixed, kept }: Report): Entry[] {
  return [
    ...byImportance(findings).map((mention): Entry => ({ state: mention.applicability, mention })),
    ...fixed.map((mention): Entry => ({ state: 'fixed', mention })),
    ...kept.map((mention): Entry => ({ state: 'kept', mention })),
  ];
}
