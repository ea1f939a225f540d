import type { FileAnalysis } from '@regmigrate/core';
import type { Verdicts } from '../judge/verdicts.ts';
import { reasonAlone } from './lower-alone.ts';
import { nameOf, namesOf } from './name-of.ts';

/** A hint moves where the image that it is for stands in the same file and moves for sure; its file tells no more. */
export function lowerHints({ findings }: FileAnalysis, verdicts: Verdicts): void {
  for (const hint of findings) {
    if (hint.context !== 'update-hint') continue;
    const images = findings.filter(
      (finding) =>
        finding.context !== 'update-hint' &&
        finding.context !== 'comment' &&
        namesOf(finding).includes(nameOf(hint.old)),
    );
    if (images.length === 0 || images.some((image) => verdicts.of(image) !== 'safe'))
      verdicts.lower(hint, 'unsafe', reasonAlone(hint));
  }
}
