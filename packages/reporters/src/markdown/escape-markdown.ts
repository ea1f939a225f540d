import { toPrintable } from '../text/to-printable.ts';

/** What Markdown, HTML, mathematics or automatic links begin with. */
const MARKS = /[&<>`*_[\]\\|~$#@]|:(?=\/)|(?<=www)\./gi;

/**
 * Text that is only text: one printable line in which every mark is a reference to a character. Hosts make mentions
 * and links of `@name` and `#1` even then; the empty comment keeps them from it.
 */
export function escapeMarkdown(text: string): string {
  return escapeMarks(text).replace(/&#(?:35|64);/g, '$&<!-- -->');
}

/** The same in the letters of code, where hosts make no mentions. */
export function code(text: string): string {
  return `<code>${escapeMarks(text)}</code>`;
}

function escapeMarks(text: string): string {
  return toPrintable(text).replace(MARKS, (mark) => `&#${mark.charCodeAt(0)};`);
}
