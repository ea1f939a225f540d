import { expect } from 'vitest';
import { analyzeFile } from '../analyze-file.ts';
import { editsOf, fixText, type FixLevel } from '../fix-text.ts';
import type { Law } from './law.ts';

const levels: readonly FixLevel[] = ['safe', 'unsafe'];

/** Walks input and output side by side: between the edits both are the same, to the last byte. */
export const onlyAnnouncedBytesChange: Law = {
  id: 'bytes outside the edits are equal',
  check({ file }) {
    const analysis = analyzeFile(file);
    for (const level of levels) {
      const output = fixText(file.text, analysis, level);
      let from = 0;
      let to = 0;
      for (const { span, text } of editsOf(analysis, level).toSorted((a, b) => a.span.start - b.span.start)) {
        const same = file.text.slice(from, span.start);
        expect(output.slice(to, to + same.length)).toBe(same);
        to += same.length;
        expect(output.slice(to, to + text.length)).toBe(text);
        to += text.length;
        from = span.end;
      }
      expect(output.slice(to)).toBe(file.text.slice(from));
    }
  },
};
