import type { Difference } from './compare/difference.ts';
import type { LeftReference } from './compare/find-left.ts';
import type { Base } from './tree/open-before.ts';

/**
 * - `proven`    the renderings differ, each difference is an announced move or follows from one, nothing is left
 * - `unchanged` no difference, and no retired reference
 * - `left`      nothing is wrong, but retired references remain
 * - `failed`    a difference that nothing explains, or no rendering where there was one
 * - `unproven`  it could not be rendered or compared; `reason` says why
 */
export type Status = 'proven' | 'unchanged' | 'left' | 'failed' | 'unproven';

/** One chart with one set of values, or one kustomization. */
export interface RenderingResult {
  readonly kind: 'chart' | 'kustomization';
  /** Display path of the folder. */
  readonly path: string;
  /** Display path of the values file; absent for a chart's defaults, and for kustomizations. */
  readonly values?: string;
  readonly status: Status;
  /** Why it is unproven, and why it failed where no difference says so. */
  readonly reason?: string;
  /** Places that announced moves explain. */
  readonly moved: number;
  /** Places that follow from them: checksums, hashes in names, the chart's version in labels. */
  readonly derived: number;
  /** Places that differ whenever the same state is rendered twice. */
  readonly random: number;
  /** What nothing explains. */
  readonly differences: readonly Difference[];
  readonly left: readonly LeftReference[];
}

export interface Verification {
  /** Sorted by path; none where there was nothing to render. */
  readonly results: readonly RenderingResult[];
  /** What each tree was compared with. */
  readonly bases: readonly Base[];
}
