import type { Span } from './text.ts';

/** A comment or annotation by which a user says that findings are to stay. */
export interface Suppression {
  /** The comment or annotation itself, its marks included. */
  readonly span: Span;
  readonly covers: Span;
  /** Ids of rules, with a code perhaps (`k8s-gcr-io/moved`); empty for all. */
  readonly rules: readonly string[];
  /** Where ranges end before `covers` does, in order: this one with the first behind its begin that names its rules, or none. */
  readonly ends?: readonly { readonly at: number; readonly rules: readonly string[] }[];
  readonly reason?: string;
  /** Why it is not heeded, in words for people; then it covers nothing. */
  readonly fault?: string;
}
