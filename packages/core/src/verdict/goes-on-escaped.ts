/** What of a reference may stand between its end and an escape, and the escapes that languages share. */
const ESCAPE =
  /[./:@-]{0,3}\\(?:(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|U([0-9a-fA-F]{8}))|([0-7]{3})|\r?\n(\S))/y;
const IN_REFERENCE = /[\w./:@-]/;

/**
 * Whether a reference that ends at `end` goes on with a character that is written as an escape, or on the next line
 * behind a backslash: it is another name then.
 */
export function goesOnEscaped(text: string, end: number): boolean {
  ESCAPE.lastIndex = end;
  const found = ESCAPE.exec(text);
  if (!found) return false;
  const [, x, u, braced, long, octal, next] = found;
  if (next !== undefined) return IN_REFERENCE.test(next);
  const hex = x ?? u ?? braced ?? long;
  const code = hex === undefined ? parseInt(octal ?? '', 8) : parseInt(hex, 16);
  return code <= LAST_CHARACTER && IN_REFERENCE.test(String.fromCodePoint(code));
}

/** Of Unicode. */
const LAST_CHARACTER = 0x10ffff;

export const ESCAPED = 'it is only a part of the name, which goes on in an escape; write the new one by hand';
