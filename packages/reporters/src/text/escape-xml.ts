import { escapeUnit } from './to-printable.ts';

const MARKUP: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const SPECIAL =
  // eslint-disable-next-line no-control-regex
  /[&<>"'\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]|\p{Surrogate}/gu;

/**
 * Text for XML, in elements and attributes: a reader gets back what was put in. Only what XML 1.0 cannot hold at
 * all (most control characters, halves of surrogate pairs) is shown as an escape: `\x1b`.
 */
export function escapeXml(text: string): string {
  return text.replace(SPECIAL, (character) => {
    const code = character.charCodeAt(0);
    const held =
      code >= 0x20 ? (code < 0xd800 || code > 0xdfff) && code < 0xfffe : [9, 10, 13].includes(code);
    return MARKUP[character] ?? (held ? `&#${code};` : escapeUnit(code));
  });
}
