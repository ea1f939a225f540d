import { expect } from 'vitest';
import type { SourceFile } from '@regmigrate/core';
import { analyzeFile } from '../analyze-file.ts';
import { summarize } from '../cases/summarize.ts';
import { editsCanBeUndone } from './edits-can-be-undone.ts';
import type { Law } from './law.ts';
import { onlyAnnouncedBytesChange } from './only-announced-bytes-change.ts';
import { secondRunIsIdle } from './second-run-is-idle.ts';
import { variants } from './variants.ts';

/** A value over several lines is told with the line breaks that it has. */
const tell = (file: SourceFile): string =>
  JSON.stringify(summarize(file.text, analyzeFile(file)), null, 1).replaceAll('\\r\\n', '\\n');

/** Line endings, a byte order mark, the last newline and stray bytes change no verdict and break no law. */
export const storageDoesNotMatter: Law = {
  id: 'the same verdicts however the text is stored',
  check(fixture) {
    const { file } = fixture;
    if (file.opaque === 'binary') return;
    const expected = tell(file);
    for (const [name, vary] of Object.entries(variants)) {
      const varied = vary(file);
      if (!varied) continue;
      expect(tell(varied), name).toEqual(expected);
      for (const law of [onlyAnnouncedBytesChange, secondRunIsIdle, editsCanBeUndone])
        law.check({ ...fixture, file: varied });
    }
  },
};
