import type { Format, SourceFile, Span } from '@regmigrate/core';
import { scanActions } from '../helm-template/scan-actions.ts';
import { innerFormat } from '../inner-format.ts';
import { maskTemplates } from '../yaml/mask-templates.ts';
import { spotAt, type OutlineNode } from '../yaml/outline.ts';
import { readOutline } from '../yaml/read-outline.ts';
import { marksOf } from './comment-marks.ts';
import { holdsOffset } from './holds-offset.ts';
import { markdownComments } from './markdown-comments.ts';
import { scanComments } from './scan-comments.ts';

/**
 * The text that the comment at an offset speaks of: the file, or a block of text in it; undefined where the mark at
 * this offset neither begins a comment nor stands in one.
 */
export type CommentTest = (offset: number) => Span | undefined;

/** What is a comment in a file of this format; the comments of templates count in all. */
export function createCommentTest(file: SourceFile, format: Format): CommentTest {
  const own = format.id === 'yaml' ? inYaml(file) : inSpans(file, commentsIn(file, format));
  const templates = scanActions(file.text).actions.flatMap(({ isComment, span }) =>
    isComment ? [span] : [],
  );
  const inTemplates = inSpans(file, templates);
  return (offset) => inTemplates(offset) ?? own(offset);
}

const HTML = /\.html?$/i;

const commentsIn = (file: SourceFile, format: Format): readonly Span[] =>
  format.id === 'markdown' && !HTML.test(file.path)
    ? markdownComments(file.text)
    : scanComments(file.text, marksOf(file, format));

const wholeOf = ({ text }: SourceFile): Span => ({ start: 0, end: text.length });

const inSpans =
  (file: SourceFile, comments: readonly Span[]): CommentTest =>
  (offset) =>
    holdsOffset(comments, offset) ? wholeOf(file) : undefined;

const JSON_PATH = /\.(?:json|jsonc|json5)(?:\.|$)/i;

/** Between keys and scalars; in a block of text, what is a comment in the language of the block. */
function inYaml(file: SourceFile): CommentTest {
  const { path, text } = file;
  if (JSON_PATH.test(path) || /^[\s\uFEFF]*[{[]/.test(text))
    return inSpans(file, scanComments(text, { slashes: true }));
  const outline = readOutline(maskTemplates(text));
  const blocks = new Map<OutlineNode, CommentTest>();
  return (offset) => {
    const spot = spotAt(outline, offset);
    // To YAML the comment of a Jinja template is part of a plain scalar.
    if (text.startsWith('{#', offset) && (!spot || spot.node.style === 'plain')) return wholeOf(file);
    if (!spot) return text[offset] === '#' ? wholeOf(file) : undefined;
    const { node, part } = spot;
    if (part === 'key' || (node.style !== 'literal' && node.style !== 'folded')) return undefined;
    const test = blocks.get(node) ?? inBlock(file, node);
    blocks.set(node, test);
    return test(offset);
  };
}

function inBlock({ path, text }: SourceFile, { key = '', span: { start, end } }: OutlineNode): CommentTest {
  const inner = text.slice(start, end);
  const format = innerFormat(key, inner);
  if (!format) return () => undefined;
  const test = createCommentTest({ path: `${path}#${key}`, text: inner }, format);
  return (offset) => {
    const scope = test(offset - start);
    return scope && { start: scope.start + start, end: scope.end + start };
  };
}
