import type { Format, SourceFile, Suppression } from '@regmigrate/core';
import { createCommentTest } from './comment-test.ts';
import type { Directive } from './directive.ts';
import { findDirectives } from './find-directives.ts';
import { LineCursor, lineEnd } from './line-cursor.ts';
import { readAnnotations } from './read-annotations.ts';

/** How far down `regmigrate-ignore-file` counts. */
const FIRST_LINES = 10;
const TOO_LOW =
  'regmigrate-ignore-file counts in the first ten lines of a file, and not in a block of text; nothing is suppressed here';

/** Every comment and annotation of a file that asks for silence, with what it covers. */
export function readSuppressions(file: SourceFile, format: Format): readonly Suppression[] {
  const { text } = file;
  if (!text.includes('regmigrate')) return [];
  const directives = findDirectives(text, createCommentTest(file, format));
  // One list for all ranges: each ends with the first of these behind it that speaks of its rules.
  const ends = directives
    .filter(({ kind }) => kind === 'enable')
    .map(({ span, rules }) => ({ at: span.start, rules }));
  const head = headEnd(text);
  const nextEnds = new Map<number, number>();
  const lines = new LineCursor(text);
  const comments = directives.flatMap((directive): readonly Suppression[] => {
    const { kind, span, rules, reason, fault } = directive;
    const nothing = { span, covers: { start: span.start, end: span.start }, rules };
    if (fault !== undefined) return [{ ...nothing, fault }];
    if (kind === 'enable') return [];
    if (
      kind === 'ignore-file' &&
      (span.start >= head || directive.scope.start > 0 || directive.scope.end < text.length)
    )
      return [{ ...nothing, fault: TOO_LOW }];
    const covers = coverOf(text, directive, lines, nextEnds);
    return [
      {
        span,
        covers,
        rules,
        ...(kind === 'disable' && ends.length > 0 && { ends }),
        ...(reason && { reason }),
      },
    ];
  });
  return format.id === 'yaml' ? [...comments, ...readAnnotations(text)] : comments;
}

/** Where the first lines end in which a comment may speak of the whole file. */
function headEnd(text: string): number {
  let at = -1;
  for (let line = 0; line < FIRST_LINES; line++) {
    at = text.indexOf('\n', at + 1);
    if (at < 0) return text.length;
  }
  return at;
}

function coverOf(
  text: string,
  { kind, span, scope, line, alone }: Directive,
  lines: LineCursor,
  ends: Map<number, number>,
): Suppression['covers'] {
  if (kind === 'disable') return { start: span.start, end: scope.end };
  if (kind === 'ignore-file') return { start: 0, end: text.length };
  const end = lines.endOf(span.end);
  return { start: line, end: Math.min(scope.end, alone ? endOfNext(text, end, ends) : end) };
}

const COMMENT_LINE = /^\s*(?:#|\/\/|\/?\*|<!--|\{\{-?\s*\/\*|\{#|;|$)/;

/** The end of the next line that is no comment; comments on the way are covered, too. */
function endOfNext(text: string, from: number, known: Map<number, number>): number {
  const passed: number[] = [];
  let at = from;
  let found: number | undefined;
  while (found === undefined && at < text.length) {
    passed.push(at);
    const start = at + (text.startsWith('\r\n', at) ? 2 : 1);
    const end = lineEnd(text, start);
    if (!COMMENT_LINE.test(text.slice(start, Math.min(end, start + 1000)))) found = end;
    else found = known.get(end);
    at = end;
  }
  // Comments may stand one below the other by the thousand.
  for (const place of passed) known.set(place, found ?? text.length);
  return found ?? text.length;
}
