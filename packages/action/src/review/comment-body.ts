import { clip, code, count, escapeMarkdown } from '@regmigrate/reporters';
import type { Finding } from '../command/report.ts';

/**
 * GitHub takes 65,536 characters for a comment, and refuses the whole review for one that has more; people take less.
 * Findings, columns of a text, and characters for all findings, which leaves room for the longest suggestion.
 */
const MOST_FINDINGS = 10;
const MOST_COLUMNS = 500;
const MOST = 45_000;

/** What a comment says of the findings of one line. `suggestion` is the whole line, without its break. */
export function commentBody(findings: readonly Finding[], suggestion: string | undefined): string {
  const said: string[] = [];
  let room = MOST;
  for (const finding of findings.slice(0, MOST_FINDINGS)) {
    const one = bodyOf(finding);
    room -= one.length;
    if (room < 0) break;
    said.push(one);
  }
  if (findings.length > said.length) said.push(count(findings.length - said.length, 'more reference'));
  const text = said.length === 1 ? said.join('') : said.map((line) => `- ${line}`).join('\n');
  return suggestion === undefined ? text : `${text}\n\n${fence(suggestion)}`;
}

function bodyOf(finding: Finding): string {
  const names = finding.new === null ? [finding.old] : [finding.old, finding.new];
  const change = names.map((name) => code(clip(name, MOST_COLUMNS))).join(' → ');
  return `${change}: ${escapeMarkdown(clip(sayingOf(finding), MOST_COLUMNS))}`;
}

function sayingOf({ message, reason, applicability, together, edits }: Finding): string {
  const why = reason === null || reason === message ? '' : ` (${reason})`;
  const how =
    together !== null
      ? '; right only along with changes elsewhere: run regmigrate fix'
      : edits === null
        ? '; the change is on another line: run regmigrate fix'
        : applicability === 'manual'
          ? '; this needs a person'
          : '';
  return `${message}${why}${how}`;
}

/** Longer than any run of backticks in the line, which would end it. */
function fence(line: string): string {
  const longest = Math.max(2, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}suggestion\n${line}\n${ticks}`;
}
