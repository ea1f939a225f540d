import type { Format, SourceFile, Suppression } from '@regmigrate/core';
import { createCommentTest } from './comment-test.ts';
import { findDirectives, type Directive } from './find-directives.ts';
import { lineEnd } from './scan-comments.ts';
import { readAnnotations } from './read-annotations.ts';

/** How far down `regmigrate-ignore-file` counts. */
const FIRST_LINES = 10;

/** Every comment and annotation of a file that asks for silence, with what it covers. */
export function readSuppressions(file: SourceFile, format: Format): readonly Suppression[] {
  const { text } = file;
  if (!text.includes('regmigrate')) return [];
  const directives = findDirectives(text, createCommentTest(file, format));
  const enables = directives.filter(({ kind }) => kind === 'enable');
  const nextEnds = new Map<number, number>();
  const comments = directives.flatMap((directive): readonly Suppression[] => {
    const { kind, span, rules, reason } = directive;
    if (kind === 'enable') return [];
    const ends = enables
      .filter((enable) => kind === 'disable' && enable.span.start > span.start)
      .map((enable) => ({ at: enable.span.start, rules: enable.rules }));
    const covers = coverOf(text, directive, nextEnds);
    return [{ span, covers, rules, ...(ends.length > 0 && { ends }), ...(reason && { reason }) }];
  });
  return format.id === 'yaml' ? [...comments, ...readAnnotations(text)] : comments;
}

function coverOf(
  text: string,
  { kind, span, line, alone }: Directive,
  ends: Map<number, number>,
): Suppression['covers'] {
  if (kind === 'disable') return { start: span.start, end: text.length };
  if (kind === 'ignore-file') {
    const above = text.slice(0, span.start).split('\n').length;
    return above <= FIRST_LINES ? { start: 0, end: text.length } : { start: span.start, end: span.start };
  }
  const end = lineEnd(text, span.end);
  return { start: line, end: alone ? endOfNext(text, end, ends) : end };
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
