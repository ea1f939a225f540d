import { toPrintable, wrap } from '@regmigrate/reporters';
import { describeRule } from './describe-rule.ts';
import type { Verdict } from './judge-reference.ts';
import type { Page } from './page.ts';
import { verdictColors } from './verdict-colors.ts';

/** What would be written in an image field, and the rule that says so. */
export function describeOutcome(verdict: Verdict | undefined, page: Page): string[] {
  const { paint, width } = page;
  if (!verdict) return [`${paint.green('nothing to do')}  No rule speaks of this name.`];
  const label = 'applicability' in verdict ? verdict.applicability : 'kept';
  const indented = (text: string): string[] => wrap(toPrintable(text), width - 2).map((line) => `  ${line}`);
  const [first = '', ...more] = wrap(does(verdict), width - label.length - 2);
  return [
    `${paint[verdictColors[label]](label)}  ${first}`,
    ...more.map((line) => `  ${line}`),
    ...indented('applicability' in verdict ? verdict.message : verdict.reason),
    ...(label === 'safe' ? indented(ELSEWHERE) : []),
    '',
    ...describeRule(verdict.by, page),
  ];
}

const ELSEWHERE =
  'Elsewhere it may be unsafe or manual, or be kept: comments, code, mirror tables, deny-lists';

function does(verdict: Verdict): string {
  const next = toPrintable(verdict.new ?? '');
  if (!('applicability' in verdict)) return 'It stays as it is:';
  if (verdict.applicability === 'safe') return `In an image field, regmigrate fix writes ${next}`;
  if (verdict.applicability === 'unsafe')
    return `In an image field, regmigrate fix --unsafe-fixes writes ${next}`;
  return next === '' ? 'A person must decide.' : `A person must decide; it may be ${next}`;
}
