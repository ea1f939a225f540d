import type { Finding } from '@regmigrate/core';
import type { SubchartValue } from './override-advice.ts';

/** A line that holds a key and all of its value. */
const LINE = /^\s*(?:["']?)([^\s"':#{[]+)["']?\s*:\s+(["']?)([^\s"'#{[&*|>][^"'#]*?)\2\s*(?:#.*)?$/;

/**
 * The values that the finding's edits would change in a values file, as a parent would set them. Empty where one of
 * them is not the whole value of a key: then nobody can say by a path what to set.
 */
export function overrideValues(finding: Finding, text: string): readonly Omit<SubchartValue, 'keys'>[] {
  const { locator, edits } = finding;
  if (locator === undefined || /\s/.test(locator)) return [];
  const values = edits.map(({ span, text: next }) => {
    const start = text.lastIndexOf('\n', span.start - 1) + 1;
    const end = /[\r\n]/.exec(text.slice(span.end))?.index ?? text.length - span.end;
    const line = text.slice(start, span.start) + next + text.slice(span.end, span.end + end);
    const [, key, , value] = LINE.exec(line) ?? [];
    if (key === undefined || value === undefined) return undefined;
    // A name in two parts has one locator; the keys stand side by side.
    return { path: locator.replace(/(^|\.)[^.[\]]+$/, `$1${key}`), value };
  });
  return values.every((value) => value !== undefined) ? values : [];
}
