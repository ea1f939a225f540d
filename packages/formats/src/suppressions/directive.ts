import type { Span } from '@regmigrate/core';

/** A comment that speaks to us. */
export interface Directive {
  readonly kind: 'ignore' | 'ignore-file' | 'disable' | 'enable';
  /** The comment, from its mark to its end. */
  readonly span: Span;
  /** The text that it speaks of: the file, or a block of text in it. */
  readonly scope: Span;
  /** Where its line begins. */
  readonly line: number;
  /** Whether nothing else stands on its lines. */
  readonly alone: boolean;
  readonly rules: readonly string[];
  readonly reason?: string;
  /** Why it is not heeded. */
  readonly fault?: string;
}
