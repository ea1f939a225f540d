import type { ContextId } from '@regmigrate/core';
import type { Line } from './line-around.ts';

/** The name of the registry that images move to: a statement that holds both tells of the move. */
const NEW_NAME = /registry\.k8s\.io/;
/** `s/k8s.gcr.io/…/`, `s#k8s.gcr.io#…#`: what sed and its relatives look for. */
const SUBSTITUTION = /(?:^|[\s'"({;])(?:s|y)([#/|,;:@!%~])[^\n]*$/;
const SUBSTITUTES = /\b(?:sed|perl)\b|\bs[#/|,;:@!%~]/;
/** Files of the machine that a script runs on, which this tree does not hold. */
const ELSEWHERE = /\s\/(?:etc|var|usr|opt|run)\//;
const PATTERN_BEFORE = /(?:\^|\(\?:?|\.\*|\[\^|\\[bdsw])["'(]?$/;
const PATTERN_AFTER = /^[\w./-]*(?:\.[*+]|\\[./dswb(]|\/?\(\(?\w*|\(\?|\[\^|\$["'/)])/;
/** How far a statement is taken to reach on a long line, in UTF-16 units. */
const STATEMENT = 300;

/**
 * What the rest of a line tells of a name in it, in any language: substitutions, patterns, and
 * statements that speak of the move itself. `at`: offset of the name in the line. A line break that is
 * written as `\n` in a string ends a statement as a real one does.
 */
export function lineContext({ text }: Line, at: number, length: number): ContextId | undefined {
  const before =
    text
      .slice(Math.max(0, at - STATEMENT), at)
      .split('\\n')
      .at(-1) ?? '';
  const after = text.slice(at + length, at + length + STATEMENT).split('\\n')[0] ?? '';
  if (SUBSTITUTION.test(before) && SUBSTITUTES.test(before))
    return ELSEWHERE.test(after) ? 'regular-expression' : 'substitution';
  if (PATTERN_BEFORE.test(before) || PATTERN_AFTER.test(after)) return 'regular-expression';
  if (NEW_NAME.test(`${before} ${after}`)) return 'migration';
  return undefined;
}
