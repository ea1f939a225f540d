import type { LocatedProblem } from '@regmigrate/core';
import { grouped } from '../text/count.ts';
import { toPrintable } from '../text/to-printable.ts';
import { artifactLocation } from './artifact-location.ts';
import { plainText } from './plain-text.ts';

/** A problem is about the run, not about a reference. */
export function fromProblem({ file, code, message, start }: LocatedProblem): object {
  return {
    descriptor: { id: `problem/${code}` },
    level: 'warning',
    message: { text: plainText(toPrintable(`${file}: ${message}`)) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifactLocation(file),
          ...(start && { region: { startLine: start.line, startColumn: start.column } }),
        },
      },
    ],
  };
}

export function noteOfMissing(missing: number, most: number): object {
  const text = `${grouped(missing)} more are not told: a run has at most ${grouped(most)} results here. The first ones are the most important.`;
  return { descriptor: { id: 'too-many-results' }, level: 'warning', message: { text } };
}
