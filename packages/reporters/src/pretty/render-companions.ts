import type { Report } from '@regmigrate/core';
import { toPrintable } from '../text/to-printable.ts';
import { wrap } from '../text/wrap.ts';
import type { Page } from './page.ts';

/** What changed beside references, one line a change. */
export function renderCompanions({ command, companions = [] }: Report, { paint, width }: Page): string[] {
  if (companions.length === 0) return [];
  const lines = [paint.bold(command === 'diff' ? 'Would change with it' : 'Changed with it'), ''];
  for (const { file, start, old, new: next, why } of companions) {
    const text = toPrintable(
      `${file}:${start.line} ${next === '' ? `${old} is gone` : `${old} → ${next}`}: ${why}`,
    );
    const [first = '', ...more] = wrap(text, width - 4);
    lines.push(`  ${first}`, ...more.map((line) => `    ${line}`));
  }
  return lines;
}
