import type { Paint } from '../text/create-paint.ts';
import type { Entry } from './group-by-file.ts';

/** Columns of the longest label. */
export const LABEL_WIDTH = 6;

const COLORS = { safe: 'green', unsafe: 'yellow', manual: 'magenta' } as const;

export function labelOf(entry: Entry): { readonly text: string; readonly color: keyof Paint } {
  if (!('applicability' in entry)) return { text: 'kept', color: 'dim' };
  return { text: entry.applicability, color: COLORS[entry.applicability] };
}
