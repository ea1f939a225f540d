import type { Hint, LocatedProblem, Position } from '@regmigrate/core';

/** One place that uses an image. */
export interface ImagePlace {
  readonly file: string;
  readonly start: Position;
  readonly locator?: string;
}

export interface Image {
  /** As written. */
  readonly reference: string;
  readonly places: readonly ImagePlace[];
  /** Set where the name is retired: what a rule says of it. */
  readonly retired?: {
    readonly rule: string;
    readonly applicability: 'safe' | 'unsafe' | 'manual';
    readonly new?: string;
    readonly message: string;
  };
}

export interface Inventory {
  readonly filesScanned: number;
  /** The most used first, then by name. */
  readonly images: readonly Image[];
  readonly problems: readonly LocatedProblem[];
  /** Files that were named and are left out. */
  readonly hints: readonly Hint[];
}
