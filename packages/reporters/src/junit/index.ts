import type { Reporter } from '@regmigrate/core';
import { byFile } from '../findings/by-file.ts';
import { pendingOf } from '../findings/pending-of.ts';
import { count } from '../text/count.ts';
import { escapeXml } from '../text/escape-xml.ts';
import { numberNames } from './number-names.ts';
import { fromKept, fromPending, fromProblem, type TestCase } from './test-case.ts';

export default {
  id: 'junit',
  summary: 'Test report in the XML of JUnit',
  render(report, view) {
    const cases = numberNames([
      ...pendingOf(report).map(fromPending),
      ...report.problems.map(fromProblem),
      ...(view.verbose ? report.kept : []).map(fromKept),
    ]);
    const suites = [...byFile(cases)].map(([file, own]) => printSuite(file, own));
    // Hosts take a report without a test for a mistake.
    if (suites.length === 0) suites.push(printSuite('regmigrate', [passed(report.filesScanned)]));
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="regmigrate">\n${suites.join('')}</testsuites>\n`;
  },
  wrote: (head) =>
    head.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="regmigrate">\n'),
} satisfies Reporter;

function passed(files: number): TestCase {
  return { file: 'regmigrate', name: `${count(files, 'file')} searched: nothing left to do` };
}

function printSuite(name: string, cases: readonly TestCase[]): string {
  const sum = (element: string): number => cases.filter(({ outcome }) => outcome?.element === element).length;
  const counts = `tests="${cases.length}" failures="${sum('failure')}" errors="${sum('error')}" skipped="${sum('skipped')}"`;
  return `  <testsuite name="${escapeXml(name)}" ${counts}>\n${cases.map(printCase).join('')}  </testsuite>\n`;
}

function printCase({ file, name, outcome }: TestCase): string {
  const opening = `    <testcase classname="${escapeXml(file)}" name="${escapeXml(name)}"`;
  if (outcome === undefined) return `${opening}/>\n`;
  const { element, type, message, text } = outcome;
  // What is skipped holds its reason as text: the schema gives it no attributes.
  const attributes = type === undefined ? '' : ` type="${escapeXml(type)}" message="${escapeXml(message)}"`;
  const body = escapeXml(type === undefined ? message : text).replaceAll('&#10;', '\n');
  return `${opening}>\n      <${element}${attributes}>${body}</${element}>\n    </testcase>\n`;
}
