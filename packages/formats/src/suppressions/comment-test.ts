import type { Format, SourceFile } from '@regmigrate/core';
import { languageOf } from '../code/language-of.ts';
import { scanActions } from '../helm-template/scan-actions.ts';
import { innerFormat } from '../inner-format.ts';
import { maskTemplates } from '../yaml/mask-templates.ts';
import { spotAt } from '../yaml/outline.ts';
import { readOutline } from '../yaml/read-outline.ts';
import { scanComments, type CommentMarks } from './scan-comments.ts';

/** Whether the mark at an offset begins a comment, or stands in one. */
export type CommentTest = (offset: number) => boolean;

/** What is a comment in a file of this format; the comments of templates count in all. */
export function createCommentTest(file: SourceFile, format: Format): CommentTest {
  const own = format.id === 'yaml' ? inYaml(file) : inSpans(file.text, marksOf(file, format));
  const templates = scanActions(file.text).actions.filter(({ isComment }) => isComment);
  return (offset) => templates.some(({ span }) => span.start <= offset && offset < span.end) || own(offset);
}

function inSpans(text: string, marks: CommentMarks): CommentTest {
  const comments = scanComments(text, marks);
  const fences = marks.markup ? fencesIn(text) : [];
  const holds = (spans: readonly { start: number; end: number }[], offset: number): boolean =>
    spans.some(({ start, end }) => start <= offset && offset < end);
  return (offset) => holds(comments, offset) && !holds(fences, offset);
}

function marksOf({ path }: SourceFile, { id }: Format): CommentMarks {
  if (id === 'markdown') return { markup: true };
  if (id === 'dockerfile') return { hash: 'line-start' };
  if (id === 'script') return { hash: 'anywhere' };
  if (id === 'config') return { hash: 'anywhere', slashes: true, semicolon: true };
  if (id !== 'code') return { hash: 'anywhere', slashes: true };
  const language = languageOf(path) ?? 'both';
  return { ...(language !== 'slashes' && { hash: 'anywhere' }), slashes: language !== 'hash' };
}

/** Blocks of code in a document: what they hold is shown, not meant. */
const fencesIn = (text: string) =>
  Array.from(text.matchAll(/^ {0,3}(```+|~~~+)[^\n]*\n[^]*?^ {0,3}\1/gm), ({ 0: all, index }) => ({
    start: index,
    end: index + all.length,
  }));

const JSON_PATH = /\.(?:json|jsonc|json5)(?:\.|$)/i;

/** Between keys and scalars; in a block of text, what is a comment in the language of the block. */
function inYaml({ path, text }: SourceFile): CommentTest {
  if (JSON_PATH.test(path) || /^[\s\uFEFF]*[{[]/.test(text)) return inSpans(text, { slashes: true });
  const outline = readOutline(maskTemplates(text));
  const blocks = new Map<number, CommentTest>();
  return (offset) => {
    const spot = spotAt(outline, offset);
    // To YAML the comment of a Jinja template is part of a plain scalar.
    if (text.startsWith('{#', offset) && (!spot || spot.node.style === 'plain')) return true;
    if (!spot) return text[offset] === '#';
    const { node, part } = spot;
    if (part === 'key' || (node.style !== 'literal' && node.style !== 'folded')) return false;
    const { start, end } = node.span;
    const inner = text.slice(start, end);
    const format = innerFormat(node.key ?? '', inner);
    if (!format) return false;
    const test =
      blocks.get(start) ?? createCommentTest({ path: `${path}#${node.key ?? ''}`, text: inner }, format);
    blocks.set(start, test);
    return test(offset - start);
  };
}
