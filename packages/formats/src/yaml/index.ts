import type {
  ContextId,
  Format,
  Placement,
  Problem,
  Reading,
  SourceFile,
  Span,
  Token,
} from '@regmigrate/core';
import { placeInSchema } from '../chart/place-in-schema.ts';
import { headOf } from '../text/head-of.ts';
import { lineAround } from '../text/line-around.ts';
import { inComment } from '../text/comment-syntax.ts';
import { readGitops } from './gitops/read-gitops.ts';
import { completedByEntry, kustomizationContext } from './kustomization.ts';
import { joinInBlocks } from './join-in-blocks.ts';
import { joinKeys } from './join-keys.ts';
import { isReported, locatorOf, valueOf } from './locator.ts';
import { maskTemplates } from './mask-templates.ts';
import { ancestry, childOf, spotAt, type Outline, type OutlineNode, type Spot } from './outline.ts';
import { placeInBlock, textOf } from './place-in-block.ts';
import { placeInValues } from './place-in-values.ts';
import { isWhole, placeScalar } from './place-scalar.ts';
import { readOutline } from './read-outline.ts';
import { ruleListContext } from './rule-lists.ts';
import { placeUnparsed } from './place-unparsed.ts';

const PATH =
  /\.(?:ya?ml|json|jsonc|json5)(?:\.(?:tmpl|tpl|template|in|j2|jinja2?|gotmpl|dist|example|sample|orig|out|golden|erb|sops))?$|(?:^|\/)(?:\.?kube)?config\.ya?ml$|(?:^|\/)kustomization$/i;

/** What a manifest without a telling name begins with, as kubectl prints it. */
const MANIFEST = /^(?:apiVersion|kind|metadata|spec|items|containers|image|- (?:apiVersion|image)):(?:\s|$)/m;
const JSON_OBJECT = /^\s*\{\s*"/;
const TEMPLATE = /\{\{|\{%/;

/** YAML of any kind and JSON, which is YAML written in flow style; templates of either. */
export default {
  id: 'yaml',
  summary: 'YAML and JSON: manifests, values, kustomizations, CI and other configuration',
  accepts: ({ path, text }) =>
    PATH.test(path) || MANIFEST.test(headOf(text, 4000)) || JSON_OBJECT.test(headOf(text, 200)),
  read,
} satisfies Format;

function read(file: SourceFile, tokens: readonly Token[], loosePaths: readonly Span[] = []): Reading {
  const { path, text } = file;
  const outline = readOutline(maskTemplates(text));
  // A template is no YAML before it has run, and a file that only looks like YAML need not be any.
  const unread = TEMPLATE.test(text) ? [] : unreadSpans(text, outline);
  const isUnread = ({ name }: Token): boolean =>
    unread.some(({ start, end }) => start <= name.start && name.start < end);
  const placements = new Map<Token, Placement>();
  const blocks = new Map<OutlineNode, Token[]>();
  for (const token of tokens) {
    const spot = isUnread(token) ? undefined : spotAt(outline, token.name.start);
    const placement = spot ? placeSpot(file, token, spot, outline) : placeLine(text, token);
    if (placement) placements.set(token, placement);
    else if (spot) blocks.set(spot.node, [...(blocks.get(spot.node) ?? []), token]);
  }
  for (const [node, inside] of blocks) {
    const locator = locatorOf(text, node, outline);
    for (const [index, placement] of placeInBlock(file, inside, node).entries()) {
      const token = inside[index];
      const inner = placement.locator === undefined ? locator : `${locator} › ${placement.locator}`;
      if (token) placements.set(token, { ...placement, locator: inner });
    }
  }
  const problems = PATH.test(path) ? unread.slice(0, 1).map(notParsed) : [];
  const own = {
    placements: tokens.map((token) => placements.get(token)),
    joins: [...joinKeys(file, outline, loosePaths), ...joinInBlocks(file, outline, loosePaths)],
    problems,
  };
  return readGitops({ file, outline, tokens, loosePaths }, own, read);
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

/** What a name under a key or in a scalar is; undefined in a block of text, which is read as a whole. */
function placeSpot(
  file: SourceFile,
  token: Token,
  { node, part }: Spot,
  outline: Outline,
): Placement | undefined {
  const { text } = file;
  const bySchema = part === 'value' ? placeInSchema(file, token, node, outline) : undefined;
  const context =
    bySchema?.context ?? surroundings(file, node, outline) ?? (part === 'key' ? 'mapping-key' : undefined);
  if (context === undefined && !isWhole(text, token, node) && textOf(text, node) !== undefined)
    return undefined;
  const locator = locatorOf(text, node, outline);
  return {
    ...(bySchema ?? (context ? { context } : placeValue(file, token, node, outline))),
    ...(context === 'kustomize-image' && completedByEntry(text, token, node)),
    ...(locator && { locator }),
  };
}

/** What the keys of a chart's values are is told by its templates, where these tell it. */
function placeValue(file: SourceFile, token: Token, node: OutlineNode, outline: Outline): Placement {
  const alone = placeScalar(file.text, token, node);
  return (TOLD_BY_TEMPLATES.has(alone.context) && placeInValues(file, token, node, outline)) || alone;
}

/** What keys alone say of a value that an image field may print. */
const TOLD_BY_TEMPLATES: ReadonlySet<ContextId> = new Set([
  'image-field',
  'split-field',
  'domain-field',
  'name-field',
  'field-text',
  'path-component',
  'template',
  'text',
]);

/** What a release of a chart changed, for Artifact Hub. */
const CHANGES = 'artifacthub.io/changes';

/** What the keys and the object around a node make of every name in it. */
function surroundings(file: SourceFile, node: OutlineNode, outline: Outline): ContextId | undefined {
  if (isSealed(node)) return 'encrypted';
  if (isReported(node)) return 'reported-state';
  if (node.key === CHANGES) return 'history';
  const list = ruleListContext(file.text, node) ?? aliasContext(file.text, node, outline);
  return list ?? kustomizationContext(file, node);
}

/** What a list makes of an alias of this scalar: `x: &pause NAME` with `blockedImages: [*pause]`. */
function aliasContext(text: string, node: OutlineNode, { scalars }: Outline): ContextId | undefined {
  const anchor = /&([^\s,[\]{}]+)\s+["']?$/.exec(
    text.slice(Math.max(0, node.span.start - 80), node.span.start),
  );
  if (!anchor) return undefined;
  const aliases = scalars.filter(
    (other) => other.style === 'alias' && valueOf(text, other) === `*${anchor[1]}`,
  );
  return aliases.map((alias) => ruleListContext(text, alias)).find(Boolean);
}

/** SOPS signs the whole document: a change anywhere breaks its seal. */
function isSealed(node: OutlineNode): boolean {
  const root = [...ancestry(node)].at(-1);
  return childOf(childOf(root, 'sops'), 'mac') !== undefined;
}
