import type { Position } from '../text/line-index.ts';
import type { Tree } from './tree.ts';

/** Half-open range in UTF-16 units of one file's text; a leading BOM counts as a unit. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A change that states what it expects to find, so that a stale edit is refused, never misapplied. */
export interface Edit {
  readonly span: Span;
  readonly expected: string;
  readonly text: string;
  /** Where it begins as people count; absent until that is known. */
  readonly start?: Position;
}

/** `path` is what a user would type: relative to the working directory where it can be, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Set when `text` is one character a byte: the file is binary, or in no encoding we know. */
  readonly opaque?: 'binary' | 'encoding';
  /** Absent for a text that stands alone, such as standard input. */
  readonly tree?: Tree;
}
