import type { Reference } from './reference.ts';
import type { Span } from './text.ts';

/**
 * What stands directly to the left of a retired name:
 * - `open`      nothing that belongs to it: white space, a quote, `=`, an opening bracket, `:-` of a shell default
 * - `transport` `docker://` and its like, in front of a plain reference
 * - `url`       any other scheme: a web address, not a reference
 * - `path`      a slash: the name is a folder, or a part of a mirror's path
 * - `glued`     a letter, digit, dot or hyphen: the name is the end of a longer one
 * - `template`  the end of a template expression, whose value is not known
 */
export type LeftBoundary = 'open' | 'transport' | 'url' | 'path' | 'glued' | 'template';

/** `cut`: the name goes on (`k8s.gcr.iox`, `k8s.gcr.io.evil`, `k8s.gcr.io_pause.tar`): it is another name. */
export type RightBoundary = 'open' | 'cut';

/** One place where the text holds a retired name, whatever the file is. */
export interface Token {
  /** The id of the rule that named it. */
  readonly rule: string;
  /** The retired name itself, with its path prefix where it has one: `gcr.io/google_containers`. */
  readonly name: Span;
  /** The text in `name`, with escapes undone. */
  readonly written: string;
  /** The backslashes that a regular expression puts before dots; empty in plain text. */
  readonly escape: string;
  readonly left: LeftBoundary;
  readonly right: RightBoundary;
  /** From `name.start` to the end of the reference that the name opens. */
  readonly extent: Span;
  /** The reference in `extent`, spans counted from the start of the file; absent where it is none. */
  readonly reference?: Reference;
  /** The reference goes on in a way not known here: a concatenation, a format verb, a glob. */
  readonly open: boolean;
}
