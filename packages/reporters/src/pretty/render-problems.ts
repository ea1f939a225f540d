import type { LocatedProblem } from '@regmigrate/core';
import { toPrintable } from '../text/to-printable.ts';
import { wrap } from '../text/wrap.ts';
import type { Page } from './page.ts';

export function renderProblems(problems: readonly LocatedProblem[], { paint, width }: Page): string[] {
  if (problems.length === 0) return [];
  const lines = [paint.bold('Not read, not understood, or not written'), ''];
  for (const { file, start, code, message } of problems) {
    const place = start === undefined ? '' : `:${start.line}:${start.column}`;
    const [first = '', ...more] = wrap(toPrintable(`${file}${place} ${message} [${code}]`), width - 4);
    lines.push(`  ${first}`, ...more.map((line) => `    ${line}`));
  }
  return lines;
}
