import type { Report, Reporter } from '@regmigrate/core';
import { countReport } from '../count-report.ts';
import { codeOf } from '../findings/code-of.ts';
import type { RunView } from '../run-view.ts';
import { count } from '../text/count.ts';
import { entriesOf } from './entry.ts';
import { escapeHtml } from './escape-html.ts';
import { renderMessages } from './render-messages.ts';
import { renderPage } from './render-page.ts';
import { renderReferences } from './render-references.ts';
import { renderTiles, renderTotals } from './render-totals.ts';
import { renderTree } from './render-tree.ts';

const HEAD =
  /^<!doctype html>\n<html lang="en">\n<head>\n(?:<meta [^\n]*>\n)+<title>[^\n<]* · regmigrate<\/title>\n/;

export default {
  id: 'html',
  summary: 'A page to look at, search and pass on',
  render(report: Report, view: RunView) {
    const { files, findings, problems } = countReport(report);
    const entries = entriesOf(report);
    const listed = view.verbose ? entries : entries.filter(({ state }) => state !== 'kept');
    const left = findings === 0 ? 'Nothing left to do' : `${count(findings, 'reference')} left to move`;
    const unread = problems === 0 ? '' : `; ${count(problems, 'problem')}`;
    const body = [
      `<h1>${left}</h1>\n<p>${count(files, 'file')} searched for names of retired registries${unread}.</p>\n`,
      renderTiles(entries, report.command),
      renderTree(entries),
      renderTotals('By rule', 'rule', entries, ({ mention }) => codeOf(mention)),
      renderTotals('By place', 'context', entries, ({ mention }) => mention.context),
      renderReferences(listed, report.command),
      renderMessages('Not read, not understood or not written', report.problems),
      renderMessages('Changed, too', (report.companions ?? []).map(fromCompanion)),
      renderMessages('For you to do', report.hints ?? []),
    ];
    const version = view.version === undefined ? '' : ` ${view.version}`;
    return renderPage(left, `${body.join('')}<footer>regmigrate${escapeHtml(version)}</footer>\n`);
  },
  wrote: (head) => HEAD.test(head),
} satisfies Reporter;

function fromCompanion({ file, start, old, new: next, why }: NonNullable<Report['companions']>[number]) {
  return { file, start, message: `${next === '' ? `${old} is gone` : `${old} → ${next}`}: ${why}` };
}
