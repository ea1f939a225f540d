import type { ContextId, Token } from '@regmigrate/core';
import type { Line } from './line-around.ts';

/** `s/k8s.gcr.io/…/`, `s#k8s.gcr.io#…#`: what sed and its relatives look for. */
const SUBSTITUTION = /(?:^|[\s'"({;])(?:s|y)([#/|,;:@!%~])[^\n]*$/;
const SUBSTITUTES = /\b(?:sed|perl)\b|(?:^|[\s'"])s[#/|@!]/;
/** Words that tell what became of a registry: true of the old name alone. */
const FATE =
  /\b(?:frozen|freez\w*|deprecat\w*|sunset\w*|redirect\w*|retir\w*|shut\s?down|formerly|no longer)\b/i;
/** `OLD_REGISTRY=`, `legacyRegistry = `: the name is there to be told from the new one. */
const OLD_NAME = /\b(?:old|legacy|deprecated|former|previous)\w*["']?\s*(?::?=|:)\s*["'`]?$/i;
/** Files of the machine that a script runs on, which this tree does not hold. */
const ELSEWHERE = /\s\/(?:etc|var|usr|opt|run)\//;
const PATTERN_BEFORE = /(?:\^|\(\?:?|\.\*|\[\^|\\[bdsw])["'(]?$/;
const PATTERN_AFTER = /^[\w./-]*(?:\.[*+]|\\[./dswb(]|\/?\(\(?\w*|\(\?|\[\^|\$["'/)])/;
/** The registry that images move to. */
const NEW_NAME = 'registry.k8s.io';
/** How far a statement is taken to reach on a long line, in UTF-16 units. */
const STATEMENT = 300;
/** How near a word must stand to be said of a name. */
const NEAR = 40;

/**
 * What the rest of a line tells of a name in it, in any language: substitutions, patterns, and
 * statements that speak of the move itself. `at`: offset of the name in the line. A line break that is
 * written as `\n` in a string ends a statement as a real one does.
 */
export function lineContext({ text }: Line, at: number, token: Token): ContextId | undefined {
  const length = token.extent.end - token.name.start;
  const before =
    text
      .slice(Math.max(0, at - STATEMENT), at)
      .split('\\n')
      .at(-1) ?? '';
  const after = text.slice(at + length, at + length + STATEMENT).split('\\n')[0] ?? '';
  if (SUBSTITUTION.test(before) && SUBSTITUTES.test(before))
    return ELSEWHERE.test(after) ? 'regular-expression' : 'substitution';
  if (PATTERN_BEFORE.test(before) || PATTERN_AFTER.test(after)) return 'regular-expression';
  if (OLD_NAME.test(before) || tellsOfMove(token, `${before} ${after}`)) return 'migration';
  const near = `${before.slice(-NEAR)} ${after.slice(0, NEAR)}`;
  return !token.reference && FATE.test(near) ? 'migration' : undefined;
}

/** A statement that names the same image, or no image, on the new registry. */
function tellsOfMove({ reference, written }: Token, statement: string): boolean {
  if (!statement.includes(NEW_NAME)) return false;
  const prefix = written.includes('/') ? `${written.slice(written.indexOf('/') + 1)}/` : '';
  const path = reference?.path.value.replace(prefix, '');
  return (
    path === undefined || statement.includes(`${NEW_NAME}/${path}`) || !statement.includes(`${NEW_NAME}/`)
  );
}
