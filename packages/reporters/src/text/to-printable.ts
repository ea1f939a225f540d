// Everything a terminal could take for a command or that would hide or reorder text: C0 and C1 controls, DEL,
// line and paragraph separators, bidirectional controls, invisible marks, and halves of surrogate pairs.
const UNPRINTABLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]|\p{Surrogate}/gu;

const SHORT: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** One line that is safe to print: what cannot be shown is written as an escape. */
export function toPrintable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => SHORT[character] ?? escapeUnit(character.charCodeAt(0)));
}

/** The same in one column a character, so that columns stay true: for source lines. Tabs become one space. */
export function toPrintableColumns(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    if (character === '\t') return ' ';
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\uFFFD';
  });
}

/** `\x1b`, `\u{202e}`: a UTF-16 unit as people read it. */
export function escapeUnit(code: number): string {
  // Paths hold bytes that are no UTF-8 as U+DC00 + byte: the byte is what a reader can use.
  if (code >= 0xdc80 && code <= 0xdcff) return `\\x${(code - 0xdc00).toString(16)}`;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
}
