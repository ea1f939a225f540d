import type { Finding, Kept, Located, Report } from '@regmigrate/core';
import { byImportance } from '../findings/by-importance.ts';
import { levelOf } from '../findings/level-of.ts';
import { saidOf } from '../findings/said-of.ts';
import type { RunView } from '../run-view.ts';
import { code, escapeMarkdown } from './escape-markdown.ts';
import type { Table } from './fill-tables.ts';

/** What is left first: where there is no room, the end is cut. */
export function tablesOf(report: Report, view: RunView): readonly Table[] {
  const { command, findings, fixed, problems, kept, companions = [], hints = [] } = report;
  const change = ['where', 'reference', 'why'];
  return [
    {
      title: 'Left to do',
      head: ['', ...change],
      rows: byImportance(findings).map((finding) => [
        levelOf(finding) === 'error' ? `error, ${finding.applicability}` : finding.applicability,
        ...cellsOf(finding),
      ]),
    },
    {
      title: 'Problems',
      head: ['where', 'what'],
      rows: problems.map(({ file, start, message }) => [place(file, start), escapeMarkdown(message)]),
    },
    {
      title: 'For you to do',
      head: ['where', 'what'],
      rows: hints.map(({ file, message }) => [place(file), escapeMarkdown(message)]),
    },
    { title: command === 'diff' ? 'In the patch' : 'Fixed', head: change, rows: fixed.map(cellsOf) },
    {
      title: command === 'diff' ? 'In the patch, too' : 'Changed, too',
      head: change,
      rows: companions.map(({ file, start, old, new: next, why }) => [
        place(file, start),
        next === '' ? code(old) : `${code(old)} → ${code(next)}`,
        escapeMarkdown(why),
      ]),
    },
    { title: 'Kept', head: change, rows: view.verbose ? kept.map(cellsOf) : [] },
  ];
}

function cellsOf(mention: Located<Finding> | Located<Kept>): string[] {
  const { file, start, old, new: next } = mention;
  const change = next === undefined ? code(old) : `${code(old)} → ${code(next)}`;
  return [place(file, start), change, escapeMarkdown(saidOf(mention))];
}

function place(file: string, start?: { readonly line: number; readonly column: number }): string {
  return code(start === undefined ? file : `${file}:${start.line}:${start.column}`);
}
