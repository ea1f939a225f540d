import type { Finding, Kept, Located, View } from '@regmigrate/core';
import { changeOf } from '../findings/change-of.ts';
import { codeOf } from '../findings/code-of.ts';
import { levelOf } from '../findings/level-of.ts';
import { saidOf } from '../findings/said-of.ts';
import { toPrintable } from '../text/to-printable.ts';
import { artifactLocation } from './artifact-location.ts';
import { createFix } from './create-fix.ts';
import { plainText } from './plain-text.ts';

interface Results {
  readonly findings: readonly (Located<Finding> & { readonly fingerprint: string })[];
  readonly kept: readonly Located<Kept>[];
  readonly ruleIndex: (mention: Finding | Kept) => number;
  readonly line: View['line'];
}

export function createResults({ findings, kept, ruleIndex, line }: Results): object[] {
  return [
    ...findings.map((finding) => {
      const fix = createFix(finding, line);
      return {
        ...common(finding, ruleIndex(finding)),
        level: levelOf(finding),
        partialFingerprints: { 'reference/v1': finding.fingerprint },
        ...(fix && { fixes: [fix] }),
        properties: {
          verdict: finding.applicability,
          context: finding.context,
          ...(finding.together !== undefined && { together: toPrintable(finding.together) }),
        },
      };
    }),
    // A suppression says that nothing is to be done about a result.
    ...kept.map((mention) => ({
      ...common(mention, ruleIndex(mention)),
      level: 'note',
      suppressions: [{ kind: 'external', status: 'accepted', justification: toPrintable(mention.reason) }],
      properties: { verdict: 'keep', context: mention.context },
    })),
  ];
}

function common(mention: Located<Finding> | Located<Kept>, ruleIndex: number): object {
  const { file, start, end, locator, member } = mention;
  return {
    ruleId: codeOf(mention),
    ruleIndex,
    message: { text: plainText(`${changeOf(mention)}: ${saidOf(mention)}`) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifactLocation(file),
          region:
            member === undefined
              ? { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
              : { startLine: 1 },
        },
        ...(locator !== undefined && {
          logicalLocations: [{ fullyQualifiedName: toPrintable(locator), kind: member ? 'member' : 'value' }],
        }),
      },
    ],
  };
}
