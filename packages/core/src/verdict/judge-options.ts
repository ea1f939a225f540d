import type { OverrideOf } from '../model/override.ts';
import type { Rule } from '../model/rule.ts';
import type { NameMatcher } from '../tokens/compile-names.ts';

export interface JudgeOptions {
  readonly rules: readonly Rule[];
  readonly names: NameMatcher;
  /** What the user says of kinds of places. */
  readonly overrideOf?: OverrideOf;
}
