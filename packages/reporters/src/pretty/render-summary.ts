import type { Report } from '@regmigrate/core';
import { countReport } from '../count-report.ts';
import type { Paint } from '../text/create-paint.ts';
import { toPrintable } from '../text/to-printable.ts';
import { wrap } from '../text/wrap.ts';
import { count, grouped } from '../text/count.ts';
import { countKept } from './count-kept.ts';
import { LABEL_WIDTH } from './label-of.ts';
import type { Page } from './page.ts';

type Row = readonly [number: number, label: string, color: keyof Paint, say: string];

/** A command longer than this is no help: it was made by a program, from a list of files. */
const LONGEST_TARGET = 120;

/** How many of each verdict, and at each what can be done about it. */
export function renderSummary(report: Report, { view, paint, width }: Page): string[] {
  const counts = countReport(report);
  const target = targetOf(view.target ?? '');
  // What came in on standard input goes out, and there is no file to put back.
  const written = view.target === '-' ? 'on standard output' : 'undo with: regmigrate undo';
  const fixed = report.command === 'diff' ? 'in the patch; nothing was written' : written;
  const safe = report.command === 'lint' ? `regmigrate fix${target}` : 'not written: see the problems above';
  const all: Row[] = [
    [counts.fixed, report.command === 'diff' ? 'fixable' : 'fixed', 'green', fixed],
    [counts.safe, 'safe', 'green', safe],
    [counts.unsafe, 'unsafe', 'yellow', `regmigrate fix --unsafe-fixes${target}`],
    [counts.manual, 'manual', 'magenta', 'to be done by hand: the reason stands with each'],
    [counts.kept, 'kept', 'dim', `${countKept(report.kept)}${view.verbose ? '' : ' (list: --verbose)'}`],
    [counts.problems, 'problem', 'red', 'not read, not understood, or not written: see above'],
  ];
  const rows = all.filter(([number]) => number > 0);
  const numbers = Math.max(0, ...rows.map(([number]) => grouped(number).length));
  const labels = Math.max(LABEL_WIDTH, ...rows.map(([, text]) => text.length));
  const column = numbers + labels + 6;
  const lines = rows.flatMap(([number, text, color, say]) => {
    const [first = '', ...more] = wrap(say, width - column);
    const start = `  ${grouped(number).padStart(numbers)}  ${paint[color](text.padEnd(labels))}  ${first}`;
    return [start, ...more.map((line) => ' '.repeat(column) + line)];
  });
  return [...wrap(headline(report), width).map(paint.bold), ...lines];
}

function targetOf(paths: string): string {
  if (paths === '') return '';
  return paths.length > LONGEST_TARGET ? ' …' : ` ${toPrintable(paths)}`;
}

function headline(report: Report): string {
  const { filesScanned, findings, problems } = report;
  const searched = `${count(filesScanned, 'file')} searched`;
  if (findings.length === 0 && problems.length > 0)
    return `${searched}: ${count(problems.length, 'problem')}`;
  if (findings.length === 0) return `${searched}: nothing ${report.fixed.length > 0 ? 'left ' : ''}to do`;
  const files = new Set(findings.map(({ file }) => file)).size;
  const left = report.command === 'lint' ? '' : ' left';
  return `${searched}: ${count(findings.length, 'reference')}${left} to move in ${count(files, 'file')}`;
}
