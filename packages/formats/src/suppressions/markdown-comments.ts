import type { Span } from '@regmigrate/core';
import { lineEnd } from './line-cursor.ts';
import { nextAt } from './next-at.ts';

const QUOTE = /^(?: {0,3}> ?)*/;
const FENCE = /^[ \t]*(`{3,}(?=[^`]*$)|~{3,})/;
const ITEM = /^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]{1,4})\S/;
/** What code blocks are indented by, beyond the text around them. */
const CODE = 4;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/;
const STOP = /\\[\s\S]|`+|<!--/g;

/** The comments of a document, without what stands in fenced and indented blocks and in code spans. One pass. */
export function markdownComments(text: string): readonly Span[] {
  const comments: Span[] = [];
  const paragraphs = new Paragraphs(text);
  const runs = backtickRuns(text);
  const stop = new RegExp(STOP);
  let next = 0;
  for (const paragraph of paragraphs.all()) {
    if (paragraph.end <= next) continue;
    stop.lastIndex = Math.max(paragraph.start, paragraphs.resumed, next);
    for (;;) {
      const found = stop.exec(text);
      next = found?.index ?? text.length;
      if (!found || next >= paragraph.end) break;
      const { 0: mark, index: start } = found;
      if (mark.startsWith('\\')) continue;
      if (mark === '<!--') {
        const close = text.indexOf('-->', start + mark.length);
        const end = close < 0 ? text.length : close + '-->'.length;
        comments.push({ start, end });
        paragraphs.resumed = stop.lastIndex = end;
        continue;
      }
      const close = nextAt(runs.get(mark.length) ?? [], stop.lastIndex);
      if (close !== undefined && close < paragraph.end) stop.lastIndex = close + mark.length;
    }
  }
  return comments;
}

/** Where runs of backticks begin, by their length. */
function backtickRuns(text: string): ReadonlyMap<number, readonly number[]> {
  const runs = new Map<number, number[]>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const known = runs.get(run.length);
    if (known) known.push(index);
    else runs.set(run.length, [index]);
  }
  return runs;
}

/** The stretches of a document that are no code block, each up to an empty line or a block. */
class Paragraphs {
  readonly #text: string;
  /** Behind a comment that went over the end of its paragraph: what it holds makes no blocks. */
  resumed = 0;

  constructor(text: string) {
    this.#text = text;
  }

  *all(): Generator<Span> {
    let start = -1;
    let fence: string | undefined;
    let margin = 0;
    let isAfterBlank = true;
    for (let at = 0; at < this.#text.length;) {
      if (at < this.resumed) {
        [start, isAfterBlank] = [this.resumed, false];
        at = this.#nextLine(lineEnd(this.#text, this.resumed));
        continue;
      }
      const end = lineEnd(this.#text, at);
      const line = this.#text.slice(at, end).replace(QUOTE, '');
      const isBlank = line.trim() === '';
      const indent = /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0;
      const opens = FENCE.exec(line)?.[1];
      if (!isBlank && fence === undefined && isAfterBlank && indent < margin) margin = 0;
      const isCode: boolean = isAfterBlank && indent >= margin + CODE;
      const isText: boolean = fence === undefined && opens === undefined && !isBlank && !isCode;
      if (isText && start < 0) start = at;
      if (!isText && start >= 0) {
        yield { start, end: at };
        start = -1;
        // A comment that begins there may go on here.
        if (at < this.resumed) continue;
      }
      if (fence !== undefined) {
        if (line.trim().startsWith(fence) && /^[ \t]*(?:`+|~+)[ \t]*$/.test(line)) fence = undefined;
      } else if (opens !== undefined && !isCode) fence = opens;
      const item = isText ? ITEM.exec(line)?.[1] : undefined;
      if (item !== undefined) margin = item.length;
      isAfterBlank = !isText || HEADING.test(line);
      at = this.#nextLine(end);
    }
    if (start >= 0 && start < this.#text.length) yield { start, end: this.#text.length };
  }

  #nextLine(end: number): number {
    return end + (this.#text.startsWith('\r\n', end) ? 2 : 1);
  }
}
