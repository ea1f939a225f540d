import { escapeUnit } from './to-printable.ts';

/** The same text where it is Unicode; halves of surrogate pairs, which no UTF-8 can hold, as `\xff` or `\u{d800}`. */
export function showBytes(text: string): string {
  return text.replace(/\p{Surrogate}/gu, (half) => escapeUnit(half.charCodeAt(0)));
}
