import type { Edit, Finding, Located, View } from '@regmigrate/core';
import { changeOf } from '../findings/change-of.ts';
import { columnOf } from '../findings/column-of.ts';
import { toPrintable } from '../text/to-printable.ts';
import { artifactLocation } from './artifact-location.ts';

/**
 * The edits of a finding; undefined where there are none, where they are right only with those of others, or where one
 * stands on a line that is not known.
 */
export function createFix(finding: Located<Finding>, line: View['line']): object | undefined {
  const { edits, file, reason, together } = finding;
  if (edits.length === 0 || together !== undefined) return undefined;
  const regions = edits.map((edit) => regionOf(finding, edit, line));
  if (regions.includes(undefined)) return undefined;
  const why = reason === undefined ? '' : ` (${reason})`;
  return {
    description: { text: toPrintable(`Write ${changeOf(finding)}${why}`) },
    artifactChanges: [
      {
        artifactLocation: artifactLocation(file),
        replacements: edits.map((edit, index) => ({
          deletedRegion: regions[index],
          insertedContent: { text: edit.text },
        })),
      },
    ],
  };
}

/** By line and column alone: whether an offset counts a byte order mark, each reader decides by itself. */
function regionOf(finding: Located<Finding>, edit: Edit, line: View['line']): object | undefined {
  const column = columnOf(finding, edit, line);
  const start = edit.start ?? (column === undefined ? undefined : { line: finding.start.line, column });
  if (start === undefined) return undefined;
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: start.line,
    endColumn: start.column + edit.expected.length,
  };
}
