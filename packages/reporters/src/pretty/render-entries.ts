import { contexts } from '@regmigrate/core';
import { largest } from '../text/largest.ts';
import { toPrintable } from '../text/to-printable.ts';
import { wrap } from '../text/wrap.ts';
import { codeFrame } from './code-frame.ts';
import { foldEntries, type Fold } from './fold-entries.ts';
import type { Entry, FileGroup } from './group-by-file.ts';
import { LABEL_WIDTH, labelOf } from './label-of.ts';
import type { Page } from './page.ts';
import { renderChange } from './render-change.ts';
import { renderFolded } from './render-folded.ts';

/** More than this many alike entries of a file become one. */
const FOLD_ABOVE = 3;

/** The findings of one file, and its kept mentions where they are asked for. */
export function renderEntries({ file, entries }: FileGroup, page: Page): string[] {
  const folds = foldEntries(entries, FOLD_ABOVE);
  const place = largest(folds.map(({ first }) => placeOf(first).length));
  const blocks = folds.map((fold) => ['', ...renderEntry(fold, place, page)]);
  return [page.paint.bold(toPrintable(file)), ...blocks.flat()];
}

function renderEntry(fold: Fold, placeWidth: number, page: Page): string[] {
  const { first } = fold;
  const { paint, width } = page;
  const margin = placeWidth + 4;
  const column = margin + LABEL_WIDTH + 2;
  const [change = '', ...more] = renderChange(first, width - column, page);
  const place = paint.dim(placeOf(first).padStart(placeWidth));
  const label = labelOf(first);
  const indent = ' '.repeat(margin);
  return [
    `  ${place}  ${paint[label.color](label.text.padEnd(LABEL_WIDTH))}  ${change}`,
    ...more.map((line) => ' '.repeat(column - 2) + line),
    ...(isKept(first) ? [] : renderFrame(first, margin, page)),
    ...notesOf(first, page).flatMap((note) =>
      wrap(toPrintable(note), width - margin).map((line) => indent + line),
    ),
    ...renderFolded(fold, margin, page),
  ];
}

function renderFrame(entry: Entry, margin: number, { view, paint, width }: Page): string[] {
  const line = view.line(entry.file, entry.start.line);
  if (line === undefined) return [];
  const end = entry.end.line === entry.start.line ? entry.end.column - 1 : line.length;
  const frame = codeFrame(line, entry.start.column - 1, end, width - margin);
  const color = paint[labelOf(entry).color];
  const [before, marked, after] = frame.parts;
  // The code begins under the label, as the notes do: one left edge for all.
  const gutter = (text: string): string => paint.dim(`${text.padStart(margin - 3)} │`);
  return [
    `${gutter(String(entry.start.line))} ${before}${paint.bold(marked)}${after}`.trimEnd(),
    `${gutter('')} ${' '.repeat(frame.offset)}${color('^'.repeat(frame.length))}`,
  ];
}

/** Where it stands, what the rule says, and why the fix is not applied by default. */
function notesOf(entry: Entry, { told }: Page): string[] {
  const where = entry.locator ?? `in ${contexts[entry.context].summary}`;
  if (isKept(entry)) return [[entry.locator, entry.reason].filter(Boolean).join(': ')];
  const reason =
    entry.reason === undefined || entry.reason === entry.message ? [] : [`${hold(entry)}: ${entry.reason}`];
  if ('severity' in entry && entry.severity === 'error') return [where, `error: ${entry.message}`, ...reason];
  const code = `${entry.rule}/${entry.code}`;
  // Where the rule leaves it to a person, its message is what that person is to do.
  const message = told.has(code) && !isAdvice(entry) ? [] : [entry.message];
  told.add(code);
  return [where, ...message, ...reason];
}

function hold(entry: Entry): string {
  return isManual(entry) ? 'by hand' : 'not safe';
}

function isManual(entry: Entry): boolean {
  return 'applicability' in entry && entry.applicability === 'manual';
}

function isAdvice(entry: Entry): boolean {
  return isManual(entry) && entry.reason === entry.message;
}

function isKept(entry: Entry): boolean {
  return !('applicability' in entry);
}

/** In an archive, the place in its member, which the locator names. */
function placeOf({ start, member }: Entry): string {
  const { line, column } = member ?? start;
  return `${line}:${column}`;
}
