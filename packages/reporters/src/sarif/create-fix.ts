import type { Edit, Finding, Located, View } from '@regmigrate/core';
import { changeOf } from '../findings/change-of.ts';
import { columnOf } from '../findings/column-of.ts';
import { toPrintable } from '../text/to-printable.ts';
import { artifactLocation } from './artifact-location.ts';

/** The edits of a finding; undefined where there are none, or where they are right only with those of others. */
export function createFix(finding: Located<Finding>, line: View['line']): object | undefined {
  const { edits, file, reason, together } = finding;
  if (edits.length === 0 || together !== undefined) return undefined;
  const why = reason === undefined ? '' : ` (${reason})`;
  return {
    description: { text: toPrintable(`Write ${changeOf(finding)}${why}`) },
    artifactChanges: [
      {
        artifactLocation: artifactLocation(file),
        replacements: edits.map((edit) => ({
          deletedRegion: regionOf(finding, edit, line),
          insertedContent: { text: edit.text },
        })),
      },
    ],
  };
}

/** By line and column where the edit is on the line of the finding; else by offset, which is all that is known. */
function regionOf(finding: Located<Finding>, edit: Edit, line: View['line']): object {
  const column = columnOf(finding, edit, line);
  if (column === undefined) return { charOffset: edit.span.start, charLength: edit.expected.length };
  const { start } = finding;
  return {
    startLine: start.line,
    startColumn: column,
    endLine: start.line,
    endColumn: column + edit.expected.length,
  };
}
