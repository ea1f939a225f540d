import { expect } from 'vitest';
import { analyzeFile } from '../analyze-file.ts';
import { editsOf, fixText, type FixLevel } from '../fix-text.ts';
import { withText } from '../with-text.ts';
import type { Law } from './law.ts';

const levels: readonly FixLevel[] = ['safe', 'unsafe'];

/** What a run leaves, the next run of the same kind leaves too. */
export const secondRunIsIdle: Law = {
  id: 'a second run finds nothing to fix',
  check({ file }) {
    for (const level of levels) {
      const text = fixText(file.text, analyzeFile(file), level);
      expect(editsOf(analyzeFile(withText(file, text)), level)).toEqual([]);
    }
  },
};
