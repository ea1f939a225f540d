import { appendFileSync, existsSync, readFileSync, statSync } from 'node:fs';
import type { ReportFiles } from './command/command-line.ts';
import type { Runner } from './runner.ts';

/** Bytes that GitHub takes for the summary of a step; of more it takes nothing. */
const MOST = 2 ** 20;
/** Bytes that are kept for notes. */
const NOTES = 16_384;

/** Appends the longest of the two pages that fits. */
export function addReport({ summary, shortSummary }: ReportFiles, runner: Runner): void {
  const pages = [summary, shortSummary].map((file) => readFileSync(file, 'utf8'));
  const page = pages.find((text) => roomFor(text, runner, NOTES));
  if (page !== undefined) append(page, runner);
}

/** Appends a paragraph of Markdown if there is room for it. */
export function addNote(text: string, runner: Runner): void {
  if (roomFor(text, runner, 2)) append(`\n${text}\n`, runner);
}

function roomFor(text: string, { env }: Runner, spare: number): boolean {
  const file = env['GITHUB_STEP_SUMMARY'];
  // Older hosts have no summaries.
  if (!file) return false;
  const used = existsSync(file) ? statSync(file).size : 0;
  return used + Buffer.byteLength(text) + spare <= MOST;
}

function append(text: string, { env }: Runner): void {
  appendFileSync(env['GITHUB_STEP_SUMMARY'] ?? '', text);
}
