import { toPrintable, wrap } from '@regmigrate/reporters';
import type { Verdict } from './judge-reference.ts';
import type { Page } from './page.ts';

const PAGES = 'https://github.com/regmigrate/regmigrate/tree/main/packages/rules/src';

/** The rule that speaks for the reference, what it says, and what would be written. */
export function describeOutcome(verdict: Verdict | undefined, { paint, width }: Page): string[] {
  if (!verdict) return [`${paint.green('nothing to do')}  No rule speaks of this name.`];
  const label = 'applicability' in verdict ? verdict.applicability : 'kept';
  const indented = (text: string, by: number): string[] =>
    wrap(toPrintable(text), width - by).map((line) => ' '.repeat(by) + line);
  const [rule = '', ...more] = indented(`${verdict.by.id}: ${verdict.by.summary}`, 7);
  return [
    `${paint[COLORS[label]](label)}  ${does(verdict)}`,
    ...indented('applicability' in verdict ? verdict.message : verdict.reason, 2),
    '',
    `${paint.dim('rule')}   ${rule.trimStart()}`,
    ...more,
    `       ${PAGES}/${verdict.by.id}`,
  ];
}

const COLORS = { safe: 'green', unsafe: 'yellow', manual: 'magenta', kept: 'cyan' } as const;

function does(verdict: Verdict): string {
  const next = toPrintable(verdict.new ?? '');
  if (!('applicability' in verdict)) return 'It stays as it is:';
  if (verdict.applicability === 'safe') return `In an image field, regmigrate fix writes ${next}`;
  if (verdict.applicability === 'unsafe') return `With --unsafe-fixes, regmigrate fix writes ${next}`;
  return next === '' ? 'A person must decide.' : `A person must decide; it may be ${next}`;
}
