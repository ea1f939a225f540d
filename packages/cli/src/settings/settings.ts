import type { Config } from '@regmigrate/config';
import type { AnalyzeOptions, NameMatcher, OverrideOf, Rule } from '@regmigrate/core';
import type { ImageField } from '@regmigrate/formats';

/** What the configuration and the command line say of rules, places and files, ready for use. */
export interface Settings {
  readonly rules: readonly Rule[];
  readonly names: NameMatcher;
  readonly fields: readonly ImageField[];
  readonly overrideOf?: OverrideOf;
  /** By display path; undefined where no file is ignored. */
  readonly isIgnored?: (file: string) => boolean;
  /** What was read, and from where. */
  readonly source?: { readonly file: string; readonly config: Config };
}

export type Names = Pick<AnalyzeOptions, 'rules' | 'names'>;
