import type { ContextId, ImageField, Severity, Verdict } from '@regmigrate/core';
import type { Move } from '@regmigrate/rules';

/** A configuration as a file states it. Globs are relative to the folder of the file that was found, with `/`. */
export interface Config {
  readonly $schema?: string;
  readonly version?: 1;
  /** Files beside this one, or installed packages that hold data; later ones win, and this file over all. */
  readonly extends?: string | readonly string[];
  readonly rules?: Readonly<Record<string, 'off' | Severity>>;
  readonly contexts?: readonly ContextSetting[];
  /** Files that are not searched. */
  readonly ignore?: readonly string[];
  /** Fields of custom resources, or of formats of one's own, that hold references. */
  readonly imageFields?: readonly ImageField[];
  readonly moves?: readonly Move[];
}

/** What may be done in kinds of places. Of several that fit, the last counts. */
export interface ContextSetting {
  readonly context: ContextId | readonly ContextId[];
  /** Only in these files. */
  readonly paths?: readonly string[];
  readonly verdict: Verdict | 'off';
  readonly reason?: string;
}
