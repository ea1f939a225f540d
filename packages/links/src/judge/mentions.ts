import type { FileAnalysis, Finding, Kept } from '@regmigrate/core';
import type { Place } from '../simulate/place.ts';

/** What was found in the files of a run, by place. */
export class Mentions {
  readonly #byFile = new Map<string, readonly (Finding | Kept)[]>();

  constructor(analyses: readonly FileAnalysis[], nameOf: (path: string) => string) {
    for (const { file, findings, kept } of analyses)
      this.#byFile.set(
        nameOf(file),
        [...findings, ...kept].toSorted((a, b) => a.span.start - b.span.start),
      );
  }

  /** The first in what is written there: a block's text begins before its value. */
  at({ file, start, end }: Pick<Place, 'file' | 'start' | 'end'>): Finding | Kept | undefined {
    const mentions = this.inFile(file);
    let [low, high] = [0, mentions.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((mentions[middle]?.span.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    const mention = mentions[low];
    return mention && (mention.span.start === start || mention.span.start < end) ? mention : undefined;
  }

  findingAt(place: Place): Finding | undefined {
    const mention = this.at(place);
    return mention && 'edits' in mention ? mention : undefined;
  }

  inFile(file: string): readonly (Finding | Kept)[] {
    return this.#byFile.get(file) ?? [];
  }
}
