import { expect } from 'vitest';
import { applyEdits, invertEdits } from '@regmigrate/core';
import { analyzeFile } from '../analyze-file.ts';
import { editsOf, fixText } from '../fix-text.ts';
import type { Law } from './law.ts';

export const editsCanBeUndone: Law = {
  id: 'inverted edits give the input back',
  check({ file }) {
    const analysis = analyzeFile(file);
    const back = applyEdits(fixText(file.text, analysis, 'unsafe'), invertEdits(editsOf(analysis, 'unsafe')));
    expect(back).toEqual({ ok: true, text: file.text });
  },
};
