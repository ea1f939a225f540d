import type { Report, Reporter } from '@regmigrate/core';
import type { RunView } from '../run-view.ts';
import { isRendered, renderMarkdown } from './render-markdown.ts';

/** Bytes that GitHub takes for the summary of one step: 1 MiB. */
const SUMMARY = 2 ** 20;

export default {
  id: 'markdown',
  summary: 'Markdown for the summary of a job',
  render: (report: Report, view: RunView) =>
    renderMarkdown(report, view, { most: SUMMARY, measure: (text) => Buffer.byteLength(text) }),
  wrote: isRendered,
} satisfies Reporter;
