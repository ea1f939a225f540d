import type { Format, Placement, Problem, Reading, SourceFile, Span, Token } from '@regmigrate/core';
import { lineAround } from '../text/line-around.ts';
import { inComment } from '../text/comment-syntax.ts';
import { kustomizationContext } from './kustomization.ts';
import { isReported, locatorOf } from './locator.ts';
import { maskTemplates } from './mask-templates.ts';
import { spotAt, type Outline } from './outline.ts';
import { placeInBlock } from './place-in-block.ts';
import { placeScalar } from './place-scalar.ts';
import { readOutline } from './read-outline.ts';
import { ruleListContext } from './rule-lists.ts';
import { placeUnparsed } from './place-unparsed.ts';

const PATH =
  /\.(?:ya?ml|json|jsonc|json5)(?:\.(?:tmpl|tpl|template|in|j2|jinja2?|gotmpl|dist|example|sample|orig|out|golden|erb|sops))?$|(?:^|\/)(?:\.?kube)?config\.ya?ml$/i;

/** What a manifest without a telling name begins with, as kubectl prints it. */
const MANIFEST = /^(?:apiVersion|kind|metadata|spec|items|containers|image|- (?:apiVersion|image)):(?:\s|$)/m;
const JSON_OBJECT = /^\s*\{\s*"/;
const TEMPLATE = /\{\{|\{%/;

/** YAML of any kind and JSON, which is YAML written in flow style; templates of either. */
export default {
  id: 'yaml',
  summary: 'YAML and JSON: manifests, values, kustomizations, CI and other configuration',
  accepts: ({ path, text }) =>
    PATH.test(path) || MANIFEST.test(text.slice(0, 4000)) || JSON_OBJECT.test(text.slice(0, 200)),
  read,
} satisfies Format;

function read(file: SourceFile, tokens: readonly Token[]): Reading {
  const { path, text } = file;
  const outline = readOutline(maskTemplates(text));
  // A template is no YAML before it has run, and a file that only looks like YAML need not be any.
  const unread = TEMPLATE.test(text) ? [] : unreadSpans(text, outline);
  const placements = tokens.map((token) =>
    unread.some(({ start, end }) => start <= token.name.start && token.name.start < end)
      ? placeLine(text, token)
      : place(file, token, outline),
  );
  const problems = PATH.test(path) ? unread.slice(0, 1).map(notParsed) : [];
  return { placements, problems };
}

const notParsed = (span: Span): Problem => ({
  code: 'not-parsed',
  message: 'this is not quite YAML from here on; names behind it are judged by their own lines',
  span: { start: span.start, end: span.start },
});

/** From the first fault of each document to the document's end. */
function unreadSpans(text: string, { faults }: Outline): readonly Span[] {
  const spans: Span[] = [];
  for (const { at } of faults) {
    if (at < (spans.at(-1)?.end ?? 0)) continue;
    const marker = text.indexOf('\n---', at);
    spans.push({ start: at, end: marker < 0 ? text.length : marker });
  }
  return spans;
}

/** What a name is where no key or scalar holds it: a comment, or a part that is no YAML. */
function placeLine(text: string, token: Token): Placement {
  const line = lineAround(text, token.name.start);
  const before = line.text.slice(0, token.name.start - line.start);
  const isComment = inComment(before, 'hash') || inComment(before, 'slashes');
  return { context: isComment ? 'comment' : placeUnparsed(text, token) };
}

function place(file: SourceFile, token: Token, outline: Outline): Placement {
  const { text } = file;
  const spot = spotAt(outline, token.name.start);
  if (!spot) return placeLine(text, token);
  const { node, part } = spot;
  const locator = locatorOf(text, node, outline);
  if (isReported(node)) return { context: 'reported-state', locator };
  const list = ruleListContext(text, node);
  if (list) return { context: list, locator };
  if (part === 'key') return { context: 'mapping-key', locator };
  const kustomization = kustomizationContext(file, node);
  if (kustomization) return { context: kustomization, locator };
  if (node.style === 'literal' || node.style === 'folded')
    return { ...placeInBlock(file, token, node), locator };
  return { ...placeScalar(text, token, node), locator };
}
