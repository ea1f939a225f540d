import type { ScannedAction } from './scan-actions.ts';

const LINE_HEAD = /^[ \t]*$/;

/**
 * The text with each action replaced by as many characters: blanks where a line holds nothing but
 * actions, letters elsewhere. Offsets and line breaks stay, so spans are true for the original.
 */
export function maskActions(text: string, actions: readonly ScannedAction[]): string {
  const leads: boolean[] = [];
  actions.forEach(({ span }, index) => {
    const before = gap(text, actions[index - 1]?.span.end ?? 0, span.start);
    leads.push(before.line === undefined ? index > 0 ? before.blank && leads[index - 1] === true : before.blank : before.blank);
  });
  return '';
}
