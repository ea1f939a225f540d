import type { Position } from '../text/line-index.ts';
import type { Edit } from './text.ts';

/** A change that moves no reference: it must be made because the run changes something else. */
export interface Companion {
  readonly kind: 'chart-version' | 'version-badge' | 'dependency-version' | 'unused-suppression';
  readonly file: string;
  /** Where it stands before the run. */
  readonly start: Position;
  readonly edits: readonly Edit[];
  /** The version before, and after; the suppression, and nothing. */
  readonly old: string;
  readonly new: string;
  readonly why: string;
}

/** Something that people should know or do, of which no retired name tells. Nothing is wrong without it. */
export interface Hint {
  readonly file: string;
  readonly code:
    | 'chart-version'
    | 'version-unclear'
    | 'dependency-range'
    | 'chart-lock'
    | 'unused-suppression'
    | 'stale-baseline'
    | 'ignored'
    | 'short-names';
  readonly message: string;
}
