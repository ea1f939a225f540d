import type { Report } from '@regmigrate/core';
import { byImportance } from '../findings/by-importance.ts';
import { fingerprintsOf } from '../findings/fingerprints-of.ts';
import { pendingOf } from '../findings/pending-of.ts';
import { homePage } from '../home-page.ts';
import type { RunView } from '../run-view.ts';
import { SOURCE_ROOT } from './artifact-location.ts';
import { describeRules } from './describe-rules.ts';
import { fromProblem, noteOfMissing } from './notifications.ts';
import { createResults } from './create-results.ts';

/** What GitHub takes of one run; it refuses a file with more. */
const MOST_RESULTS = 25_000;

export function createLog(report: Report, view: RunView): object {
  const found = pendingOf(report);
  const prints = fingerprintsOf(found);
  const pending = found.map((finding, index) => ({ ...finding, fingerprint: prints[index] ?? '' }));
  const kept = view.verbose ? report.kept : [];
  const told = byImportance(pending).slice(0, MOST_RESULTS);
  const toldKept = kept.slice(0, MOST_RESULTS - told.length);
  const missing = pending.length + kept.length - told.length - toldKept.length;
  const rules = describeRules([...told, ...toldKept], view.rules ?? []);
  const notifications = [
    ...(missing > 0 ? [noteOfMissing(missing, MOST_RESULTS)] : []),
    ...report.problems.map(fromProblem),
  ];
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'regmigrate',
            informationUri: homePage,
            ...(view.version !== undefined && { semanticVersion: view.version }),
            rules: rules.descriptors,
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          [SOURCE_ROOT]: { description: { text: 'The folder in which regmigrate was started.' } },
        },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
        results: createResults({ findings: told, kept: toldKept, ruleIndex: rules.indexOf, line: view.line }),
      },
    ],
  };
}
