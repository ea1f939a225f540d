import type { ContextId, Finding } from '@regmigrate/core';

/** References that were there when the baseline was written, without lines, so that these may shift. */
export interface BaselineEntry {
  /** Relative to the folder of the baseline, with `/`. */
  readonly file: string;
  readonly rule: string;
  readonly reference: string;
  readonly context: ContextId;
  /** How often in the file. */
  readonly count: number;
}

export const keyOf = ({ file, rule, reference, context }: Omit<BaselineEntry, 'count'>): string =>
  [file, rule, reference, context].join('\0');

/** `fileOf`: from display paths to those of the baseline. */
export const entryOf = (
  { file, rule, old, context }: Finding,
  fileOf: (file: string) => string,
): Omit<BaselineEntry, 'count'> => ({ file: fileOf(file), rule, reference: old, context });
