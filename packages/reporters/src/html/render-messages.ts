import { grouped } from '../text/count.ts';
import { escapeHtml } from './escape-html.ts';

interface Message {
  readonly file: string;
  readonly start?: { readonly line: number; readonly column: number };
  readonly message: string;
}

const MOST = 5_000;

/** A list of what was said of files. */
export function renderMessages(title: string, messages: readonly Message[]): string {
  if (messages.length === 0) return '';
  const items = messages.slice(0, MOST).map(({ file, start, message }) => {
    const place = start === undefined ? file : `${file}:${start.line}:${start.column}`;
    return `<li><code>${escapeHtml(place)}</code> ${escapeHtml(message)}</li>\n`;
  });
  const missing = messages.length - items.length;
  const cut = missing === 0 ? '' : `<li class="cut">and ${grouped(missing)} more</li>\n`;
  return `<section>\n<h2>${title}</h2>\n<ul>\n${items.join('')}${cut}</ul>\n</section>\n`;
}
