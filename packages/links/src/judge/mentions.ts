import type { FileAnalysis, Finding, Kept } from '@regmigrate/core';
import type { Place } from '../simulate/place.ts';

/** What was found in the files of a run, by place. */
export class Mentions {
  readonly #byFile = new Map<string, Map<number, Finding | Kept>>();

  constructor(analyses: readonly FileAnalysis[], nameOf: (path: string) => string) {
    for (const { file, findings, kept } of analyses)
      this.#byFile.set(
        nameOf(file),
        new Map([...findings, ...kept].map((mention) => [mention.span.start, mention])),
      );
  }

  at({ file, start }: Place): Finding | Kept | undefined {
    return this.#byFile.get(file)?.get(start);
  }

  findingAt(place: Place): Finding | undefined {
    const mention = this.at(place);
    return mention && 'edits' in mention ? mention : undefined;
  }

  inFile(file: string): readonly (Finding | Kept)[] {
    return [...(this.#byFile.get(file)?.values() ?? [])];
  }
}
