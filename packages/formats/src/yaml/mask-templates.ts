/** An action ends at the first `}}`; one that holds another `{{` is none. */
const ACTION = /\{\{(?:(?!\{\{)[\s\S]){0,2000}?\}\}/g;
/** How far a line is looked at beside an action, in UTF-16 units. */
const REACH = 300;

/**
 * The text with each template action replaced by as many characters: blanks where an action has its
 * lines to itself, letters elsewhere. Offsets and line breaks stay, so spans are true for the original.
 */
export function maskTemplates(text: string): string {
  if (!text.includes('{{')) return text;
  return text.replace(ACTION, (action, at: number) => {
    const blank = aloneOnLines(text, at, at + action.length);
    return action.replace(/[^\r\n]/g, blank ? ' ' : 'x');
  });
}

function aloneOnLines(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = /^[^\n]*/.exec(text.slice(end, end + REACH))?.[0] ?? '';
  return /(?:^|\n)[ \t]*$/.test(before) && /^\s*(?:\{\{.*\}\})?\s*$/.test(after);
}
