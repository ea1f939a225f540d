import type { Rule } from '@regmigrate/core';
import { toPrintable, wrap } from '@regmigrate/reporters';
import type { Page } from './page.ts';

const PAGES = 'https://github.com/regmigrate/regmigrate/tree/main/packages/rules/src';

export function describeRule({ id, summary }: Rule, { paint, width }: Page): string[] {
  const [first = '', ...more] = wrap(toPrintable(`${id}: ${summary}`), width - 7);
  return [
    `${paint.dim('rule')}   ${first}`,
    ...more.map((line) => `       ${line}`),
    `       ${PAGES}/${id}`,
  ];
}
