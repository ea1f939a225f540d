import type { Verdict } from '../model/rule.ts';

/** A kind of place in which a name can stand. */
export interface Context {
  /** The most that may be done to a reference in this place, whatever its rule allows. */
  readonly ceiling: Verdict;
  /** What kind of place it is, as a noun phrase. */
  readonly summary: string;
  /** Why no more than `ceiling` is allowed; empty where all is. */
  readonly reason: string;
}
