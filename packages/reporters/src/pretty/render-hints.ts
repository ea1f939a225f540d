import type { Hint } from '@regmigrate/core';
import { count } from '../text/count.ts';
import { toPrintable } from '../text/to-printable.ts';
import { wrap } from '../text/wrap.ts';
import type { Page } from './page.ts';

/** More charts than this are counted; `json` and `concise` have them all. */
const MOST_NAMED = 5;

/** One note for all charts whose version should be raised, and one for each other hint. */
export function renderHints(hints: readonly Hint[], { paint, width }: Page): string[] {
  const charts = hints.filter(({ code }) => code === 'chart-version').map(({ file }) => file);
  const others = hints.filter(({ code }) => code !== 'chart-version');
  const notes = [
    ...(charts.length === 0 ? [] : [raiseNote(charts)]),
    ...others.map(({ file, message }) => `${file}: ${message}`),
  ];
  return notes.flatMap((note) => {
    const [first = '', ...more] = wrap(toPrintable(note), width - 6);
    return [`${paint.bold('hint:')} ${first}`, ...more.map((line) => `      ${line}`)];
  });
}

function raiseNote(charts: readonly string[]): string {
  const named = charts.slice(0, MOST_NAMED).join(', ');
  const rest = charts.length > MOST_NAMED ? ` and ${charts.length - MOST_NAMED} more` : '';
  const verb = charts.length === 1 ? 'has' : 'have';
  return `${count(charts.length, 'chart')} ${verb} changed; raise the version in ${named}${rest} (fix does it with --bump-chart=patch)`;
}
