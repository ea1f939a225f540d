import type { ChartImages } from '../helm-template/chart-image.ts';
import type { Values } from './values.ts';

/** A chart as far as its images go. */
export interface Chart {
  /** The path of its folder. */
  readonly folder: string;
  /** From Chart.yaml. */
  readonly name: string;
  readonly version: string;
  readonly appVersion: string | undefined;
  /** What its templates print in image fields, and of which values. Read when it is asked for. */
  images(): ChartImages;
  /** Its values.yaml; undefined where it has none. */
  readonly defaults: Values | undefined;
  /** The other files of values beside it and in `ci/`. Read when they are asked for. */
  otherValues(): readonly Values[];
  readonly dependencies: readonly Dependency[];
}

/** A chart that another one needs, as the other one declares it. */
export interface Dependency {
  readonly name: string;
  /** The key in the values of the chart that needs it: its alias or its name. */
  readonly key: string;
  /** Where it is fetched from; empty for a chart that is part of its parent. */
  readonly repository: string;
  /** Its folder, where it lies in the tree: below `charts/`, or where `file://` points. */
  readonly folder: string | undefined;
}
