import { toPrintable } from '../text/to-printable.ts';

const MARKUP: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for elements and quoted attributes; what would hide or reorder text is shown as an escape. */
export function escapeHtml(text: string): string {
  return toPrintable(text).replace(/[&<>"']/g, (character) => MARKUP[character] ?? '');
}
