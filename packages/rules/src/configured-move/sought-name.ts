import type { NamePattern } from '@regmigrate/core';
import type { Move } from './move.ts';

/** One spelling of what a move moves. */
export interface SoughtName {
  readonly move: Move;
  /** As `from` of the move. */
  readonly from: string;
  /** What lies below `from` and is left alone, relative to it. */
  readonly except: readonly string[];
  readonly components?: NamePattern['components'];
  /** The first in the order of these is taken. */
  readonly rank: number;
}
