import type { Hint } from '@regmigrate/core';
import { count } from '../text/count.ts';
import { toPrintable } from '../text/to-printable.ts';
import { wrap } from '../text/wrap.ts';
import type { Page } from './page.ts';

/** More files than this are counted; `json` and `concise` have them all. */
const MOST_NAMED = 5;

/** One note for all charts whose version should be raised, one for all files left out, one for each other hint. */
export function renderHints(hints: readonly Hint[], { paint, width }: Page): string[] {
  const charts = hints.filter(({ code }) => code === 'chart-version').map(({ file }) => file);
  const ignored = hints.filter(({ code }) => code === 'ignored');
  const others = hints.filter(({ code }) => code !== 'chart-version' && code !== 'ignored');
  const notes = [
    ...(charts.length === 0 ? [] : [raiseNote(charts)]),
    ...[...new Set(ignored.map(({ message }) => message))].map((message) => {
      const files = ignored.filter((hint) => hint.message === message).map(({ file }) => file);
      return `${named(files)}: ${message}`;
    }),
    ...others.map(({ file, message }) => `${file}: ${message}`),
  ];
  return notes.flatMap((note) => {
    const [first = '', ...more] = wrap(toPrintable(note), width - 6);
    return [`${paint.bold('hint:')} ${first}`, ...more.map((line) => `      ${line}`)];
  });
}

function raiseNote(charts: readonly string[]): string {
  const verb = charts.length === 1 ? 'has' : 'have';
  return `${count(charts.length, 'chart')} ${verb} changed; raise the version in ${named(charts)} (fix does it with --bump-chart=patch)`;
}

function named(files: readonly string[]): string {
  const rest = files.length > MOST_NAMED ? ` and ${files.length - MOST_NAMED} more` : '';
  return `${files.slice(0, MOST_NAMED).join(', ')}${rest}`;
}
