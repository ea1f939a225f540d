import { expect } from 'vitest';
import { decode, encode } from '@regmigrate/scanner';
import { analyzeFile } from '../analyze-file.ts';
import { fixText } from '../fix-text.ts';
import type { Law } from './law.ts';

/** Reading, looking and writing back without a fix gives the very bytes. */
export const nothingAskedNothingChanged: Law = {
  id: 'a run without fixes changes no byte',
  check({ bytes, file }) {
    const { encoding } = decode(bytes);
    const written = encode(fixText(file.text, analyzeFile(file), 'none'), encoding);
    expect(written.equals(bytes)).toBe(true);
  },
};
