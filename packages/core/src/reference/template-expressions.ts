import type { Span } from '../model/text.ts';

/**
 * The expressions that stand for a part of a reference in shells, Make, Kubernetes arguments, Go and
 * Jinja templates. Braces nest one level (`${A:-${B}}`), as deep as real files go. A failed attempt looks
 * at no more than the cap or the next brace, so a scan is linear; longer ones are no expressions to us.
 */
const EXPRESSION =
  /\$\{(?:[^{}\n]|\$\{[^{}\n]*\}){1,400}\}|\$\([^()\n]{1,400}\)|\{\{[^\n]{1,400}?\}\}|\$[A-Za-z_][A-Za-z0-9_]*/g;

/** Spans of the template expressions in `text`, in order, not overlapping. */
export function findTemplateExpressions(text: string): readonly Span[] {
  if (!text.includes('$') && !text.includes('{{')) return [];
  return Array.from(text.matchAll(EXPRESSION), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
