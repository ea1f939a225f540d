import { contexts, type ContextId } from '@regmigrate/core';
import { toPrintable, wrap } from '@regmigrate/reporters';
import { describeOutcome } from './describe-outcome.ts';
import { describeRule } from './describe-rule.ts';
import type { Names } from '../settings/settings.ts';
import { judgeReference, type Verdict } from './judge-reference.ts';
import type { Page } from './page.ts';
import { verdictColors } from './verdict-colors.ts';

/** Where a registry is written without an image, the most frequent first. */
const PLACES = [
  'domain-field',
  'kubeadm-repository',
  'mirror-table',
  'allow-list',
  'deny-list',
] as const satisfies readonly ContextId[];
const LABEL = 'unsafe  '.length;

/** A registry by itself: not the registry but the place decides what becomes of it. */
export function describeRegistry(registry: string, names: Names, page: Page): string[][] {
  const { paint, width } = page;
  const name = toPrintable(registry);
  const heading = [paint.bold(name), '', '  This is a registry; no image is named.'];
  const verdict = judgeReference(registry, names, 'domain-field');
  // Where the rule itself allows no fix, the place makes no difference.
  if (!verdict || !('applicability' in verdict) || verdict.applicability === 'manual')
    return [heading, describeOutcome(verdict, page)];

  const beside = `Where keys beside it name the image, it is judged with them, as in: regmigrate explain ${name}/pause:3.1`;
  const by = (context: (typeof PLACES)[number]): string[] => {
    const there = judgeReference(registry, names, context);
    return there ? describePlace(context, there, page) : [];
  };
  return [
    heading,
    [
      ...wrap('What becomes of it depends on the place:', width),
      ...PLACES.flatMap(by),
      ...wrap(beside, width - 2).map((line) => `  ${line}`),
    ],
    describeRule(verdict.by, page),
  ];
}

function describePlace(context: ContextId, verdict: Verdict, { paint, width }: Page): string[] {
  const label = 'applicability' in verdict ? verdict.applicability : 'kept';
  const { summary, reason } = contexts[context];
  const writes = label === 'unsafe' ? `: regmigrate fix --unsafe-fixes writes ${verdict.new ?? ''}` : '';
  const [first = '', ...more] = [`${summary}${writes}`, reason].flatMap((text) =>
    wrap(toPrintable(text), width - 2 - LABEL),
  );
  const indent = ' '.repeat(2 + LABEL);
  return [
    `  ${paint[verdictColors[label]](label)}${' '.repeat(LABEL - label.length)}${first}`,
    ...more.map((line) => indent + line),
  ];
}
