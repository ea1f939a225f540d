import type { Span } from '@regmigrate/core';

/** One value of a chart that is set by its path, as in `--set image.tag=v1` or an entry of `helm.parameters`. */
export interface Setting {
  /** As Helm reads it: keys with dots between, `\.` for a dot in a key, `[0]` for an item. */
  readonly path: string;
  /** Where its value is written, without quotes. */
  readonly value: Span;
}
