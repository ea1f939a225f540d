import type { Paint } from '@regmigrate/reporters';

export interface Page {
  readonly paint: Paint;
  /** Columns. */
  readonly width: number;
}
