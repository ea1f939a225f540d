import type { Report, Reporter } from '@regmigrate/core';
import { isRendered, renderMarkdown } from '../markdown/render-markdown.ts';
import type { RunView } from '../run-view.ts';

/** Characters that GitHub takes for one comment; GitLab takes more. */
const COMMENT = 65_535;

export default {
  id: 'markdown-comment',
  summary: 'Markdown that is short enough for a comment',
  render: (report: Report, view: RunView) =>
    renderMarkdown(report, view, { most: COMMENT, measure: (text) => text.length }),
  wrote: isRendered,
} satisfies Reporter;
