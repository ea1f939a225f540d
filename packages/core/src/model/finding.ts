import type { ContextId } from '../contexts.ts';
import type { Position } from '../text/line-index.ts';
import type { Problem } from './format.ts';
import type { Applicability, Severity } from './rule.ts';
import type { Edit, Span } from './text.ts';

/**
 * One occurrence of a retired name, told in full. `span` starts at the name and ends with the reference; where the
 * name stands in a member of an archive, `file` is the archive, and the span is empty and at its start.
 */
export interface Mention {
  readonly file: string;
  readonly span: Span;
  /** Where in an archive: the member, with those of archives in it, and the place in its text as people count. */
  readonly member?: Position & { readonly path: string };
  readonly rule: string;
  readonly code: string;
  readonly message: string;
  readonly context: ContextId;
  readonly locator?: string;
  /** The paths of the images that a name serves which serves several. */
  readonly images?: readonly string[];
  /** The references that the name opens together with other keys, from the name on; absent where `old` is all of it. */
  readonly references?: readonly string[];
  /** The reference as written, from the retired name on. */
  readonly old: string;
  /** What it would become; absent where we have no answer, and for what is kept. */
  readonly new?: string;
}

/** Something that a fix or a person must do. */
export interface Finding extends Mention {
  readonly severity: Severity;
  readonly applicability: Applicability;
  /** Why the fix is not safe; absent for safe ones. */
  readonly reason?: string;
  /** Empty for manual findings. Two for a name that is written in two places. */
  readonly edits: readonly Edit[];
  /** Findings with the same value, in whatever files, are fixed all or not at all. */
  readonly together?: string;
}

/** A mention that must stay as it is. `code` and `reason` say why. */
export interface Kept extends Mention {
  readonly reason: string;
}

export interface FileProblem extends Problem {
  readonly file: string;
}

/** All that was found in one file, in the order of the text. */
export interface FileAnalysis {
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly kept: readonly Kept[];
  readonly problems: readonly FileProblem[];
}
