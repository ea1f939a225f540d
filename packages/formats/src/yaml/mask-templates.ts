const ACTION = /\{\{[\s\S]{0,2000}?\}\}/g;

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
  const before = text.slice(Math.max(0, text.lastIndexOf('\n', start - 1) + 1), start);
  const newline = text.indexOf('\n', end);
  const after = text.slice(end, newline < 0 ? text.length : newline);
  return before.trim() === '' && /^\s*(?:\{\{.*\}\}\s*)*$/.test(after);
}
