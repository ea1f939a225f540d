import type { ContextId, Severity, Verdict } from '@regmigrate/core';
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
  readonly imageFields?: readonly ImageFieldSetting[];
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

/** A field of a custom resource, or of a format of one's own, that holds references. */
export interface ImageFieldSetting {
  readonly kind?: string;
  /** As written, or a group with all its versions: `example.com/*`. */
  readonly apiVersion?: string;
  /** Keys with dots between, `*` for any key, `[]` for each item: `spec.*.images[]`. */
  readonly path: string;
  /** `whole` if absent; the keys of a reference that is split; or the language of a text that holds more fields. */
  readonly written?: 'whole' | 'yaml' | 'json' | SplitKeys;
}

export interface SplitKeys {
  readonly registry?: string;
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}
