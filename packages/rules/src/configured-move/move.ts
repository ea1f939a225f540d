import type { Applicability } from '@regmigrate/core';

/** A move that a user declares: what `from` served, `to` serves under the same path, tag and digest. */
export interface Move {
  /**
   * A registry with a path perhaps: it is meant as a whole, with all that lies below it. The label that begins
   * the registry may be, or begin with, `*`, and the path may hold one; both stand for letters, digits and hyphens.
   */
  readonly from: string;
  /** A registry with a path perhaps. A `*` in it stands for what that of the path of `from` matched. */
  readonly to: string;
  /** Images and folders below `from`, by their whole names, that this move leaves alone. */
  readonly except?: readonly string[];
  /** `safe` if absent. */
  readonly applicability?: Applicability;
  readonly reason?: string;
}
