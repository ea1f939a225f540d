import type { Companion, Hint } from '@regmigrate/core';

/** What a change to charts brings with it. */
export interface ChartRaises {
  readonly companions: readonly Companion[];
  readonly hints: readonly Hint[];
}
