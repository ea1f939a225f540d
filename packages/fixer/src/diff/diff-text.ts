import { applyEdits, type Edit } from '@regmigrate/core';

// The edits are known, so nothing is compared: the lines they touch are the changed ones. Only the text around
// edits is split into lines, which keeps large files cheap. Lines end at LF alone, as for git.

const context = 3;

/** Lines that are changed together. Offsets are of whole lines, line numbers from 0. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly firstLine: number;
  readonly lineCount: number;
  readonly edits: readonly Edit[];
}

/** The hunks of a unified diff. `edits` are sorted and apply. */
export function diffText(text: string, edits: readonly Edit[]): string {
  let hunks = '';
  let shift = 0;
  for (const blocks of groupByHunk(findBlocks(text, edits))) {
    const hunk = renderHunk(text, blocks, shift);
    hunks += hunk.text;
    shift += hunk.grown;
  }
  return hunks;
}

function findBlocks(text: string, edits: readonly Edit[]): Block[] {
  const blocks: Block[] = [];
  let counted = 0;
  let line = 0;
  for (const edit of edits) {
    const start = edit.span.start === 0 ? 0 : text.lastIndexOf('\n', edit.span.start - 1) + 1;
    const end = lineEnd(
      text,
      Math.max(edit.span.start, edit.span.end - (text[edit.span.end - 1] === '\n' ? 1 : 0)),
    );
    const last = blocks.at(-1);
    if (last !== undefined && start <= last.end) {
      const whole = Math.max(last.end, end);
      const lineCount = last.lineCount + countLines(text, last.end, whole);
      blocks[blocks.length - 1] = { ...last, end: whole, lineCount, edits: [...last.edits, edit] };
      continue;
    }
    line += countLines(text, counted, start);
    counted = start;
    blocks.push({ start, end, firstLine: line, lineCount: countLines(text, start, end), edits: [edit] });
  }
  return blocks;
}

/** Blocks whose contexts touch go into one hunk. */
function groupByHunk(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && block.firstLine - (last.firstLine + last.lineCount) <= 2 * context)
      groups.at(-1)?.push(block);
    else groups.push([block]);
  }
  return groups;
}

function renderHunk(text: string, blocks: readonly Block[], shift: number): { text: string; grown: number } {
  const first = blocks[0];
  if (first === undefined) return { text: '', grown: 0 };
  const before = linesBefore(text, first.start);
  let body = mark(' ', before);
  let grown = 0;
  let at = first.start;
  for (const block of blocks) {
    body += mark(' ', splitLines(text.slice(at, block.start)));
    const old = text.slice(block.start, block.end);
    const changed = splitLines(applied(old, block));
    body += mark('-', splitLines(old)) + mark('+', changed);
    grown += changed.length - block.lineCount;
    at = block.end;
  }
  const after = linesAfter(text, at);
  body += mark(' ', after);
  const last = blocks.at(-1) ?? first;
  const length = before.length + (last.firstLine + last.lineCount - first.firstLine) + after.length;
  const start = first.firstLine - before.length + 1;
  return { text: `@@ -${start},${length} +${start + shift},${length + grown} @@\n${body}`, grown };
}

function applied(old: string, { start, edits }: Block): string {
  const moved = edits.map((edit) => ({
    ...edit,
    span: { start: edit.span.start - start, end: edit.span.end - start },
  }));
  const result = applyEdits(old, moved);
  return result.ok ? result.text : old;
}

function mark(sign: string, lines: readonly string[]): string {
  return lines
    .map((line) => sign + line + (line.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'))
    .join('');
}

/** With their endings. */
function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function countLines(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at = lineEnd(text, at)) count++;
  return count;
}

/** The offset after the line feed of the line at `offset`. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

function linesBefore(text: string, offset: number): string[] {
  let start = offset;
  for (let count = 0; count < context && start > 0; count++) {
    start = start === 1 ? 0 : text.lastIndexOf('\n', start - 2) + 1;
  }
  return splitLines(text.slice(start, offset));
}

function linesAfter(text: string, offset: number): string[] {
  let end = offset;
  for (let count = 0; count < context && end < text.length; count++) end = lineEnd(text, end);
  return splitLines(text.slice(offset, end));
}
