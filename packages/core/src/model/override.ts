import type { ContextId } from '../contexts.ts';
import type { Verdict } from './rule.ts';

/** What a user says of a kind of place, in place of the table of contexts. */
export interface ContextOverride {
  /** The most that may be done there; `off`: names there are not told at all. */
  readonly verdict: Verdict | 'off';
  readonly reason?: string;
}

/** The override for such a place in such a file; undefined where the table holds. */
export type OverrideOf = (context: ContextId, file: string) => ContextOverride | undefined;
