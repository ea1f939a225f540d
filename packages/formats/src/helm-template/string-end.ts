const CHARACTER = /'(?:\\[^\n][^'\n]{0,8}|[^'\\\n])'/y;

/** How far a text is known to close no string, so that one full of quotes is not searched from each. */
export interface OpenStrings {
  quotesUntil: number;
  ticksUntil: number;
}

/** The offset behind the string that opens at `at`; undefined if nothing closes it before `limit`. */
export function stringEnd(text: string, at: number, limit: number, open: OpenStrings): number | undefined {
  const quote = text[at];
  if (quote === "'") {
    CHARACTER.lastIndex = at;
    return CHARACTER.test(text) && CHARACTER.lastIndex <= limit ? CHARACTER.lastIndex : undefined;
  }
  if (quote === '`') {
    const end = at < open.ticksUntil ? -1 : text.indexOf('`', at + 1);
    if (end < 0) open.ticksUntil = text.length;
    return end < 0 || end >= limit ? undefined : end + 1;
  }
  if (at < open.quotesUntil) return undefined;
  let end = at + 1;
  for (; end < limit && text[end] !== '\n'; end++) {
    if (text[end] === '"') return end + 1;
    if (text[end] === '\\') end++;
  }
  open.quotesUntil = end;
  return undefined;
}
