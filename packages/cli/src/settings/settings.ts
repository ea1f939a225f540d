import type { Config } from '@regmigrate/config';
import type { AnalyzeOptions, ImageField, OverrideOf } from '@regmigrate/core';
import type { Move } from '@regmigrate/rules';

/** What the configuration and the command line say of rules, places and files, ready for use. */
export interface Settings extends Names {
  readonly fields: readonly ImageField[];
  readonly overrideOf?: OverrideOf;
  /** By display path; undefined where no file is ignored. */
  readonly isIgnored?: (file: string) => boolean;
  /** What was read, and from where. */
  readonly source?: { readonly file: string; readonly config: Config };
}

export interface Names extends Pick<AnalyzeOptions, 'rules' | 'names'> {
  /** The first move whose images may be written without their registry, so that no search finds all of them. */
  readonly shortNamed?: Move;
}
