import type { ImageField, Placement, SourceFile, Span, SplitKeys, Token } from '@regmigrate/core';
import { locatorOf, valueOf } from '../yaml/locator.ts';
import { maskTemplates } from '../yaml/mask-templates.ts';
import { childOf, spotAt, type Outline, type OutlineNode } from '../yaml/outline.ts';
import { placeInBlock } from '../yaml/place-in-block.ts';
import { isWhole } from '../yaml/place-scalar.ts';
import { readOutline } from '../yaml/read-outline.ts';
import { printed } from '../yaml/split-keys.ts';
import { matchesField } from './match-field.ts';

/** What the names are that stand in declared fields, one entry a token; undefined for all others. */
export function placeInFields(
  file: SourceFile,
  tokens: readonly Token[],
  fields: readonly ImageField[],
): readonly (Placement | undefined)[] {
  const outline = readOutline(maskTemplates(file.text));
  return tokens.map((token) => {
    const spot = spotAt(outline, token.name.start);
    if (spot?.part !== 'value') return undefined;
    for (const field of fields) {
      const placement = placeInField(file, token, spot.node, field);
      if (placement) return { ...placement, ...locatorIn(file.text, spot.node, outline, placement) };
    }
    return undefined;
  });
}

function locatorIn(text: string, node: OutlineNode, outline: Outline, { locator: inner }: Placement) {
  const outer = locatorOf(text, node, outline);
  return { locator: inner === undefined ? outer : `${outer} › ${inner}` };
}

function placeInField(
  file: SourceFile,
  token: Token,
  node: OutlineNode,
  field: ImageField,
): Placement | undefined {
  const { written = 'whole' } = field;
  if (typeof written === 'object') return placeSplit(file.text, token, node, field, written);
  if (!matchesField(file.text, node, field)) return undefined;
  if (written !== 'whole') return placeNested(file, token, node);
  return isWhole(file.text, token, node) && token.reference ? { context: 'image-field' } : undefined;
}

/** A part of a reference in a map whose keys were told. */
function placeSplit(
  text: string,
  token: Token,
  node: OutlineNode,
  field: ImageField,
  { registry, repository, tag, digest }: SplitKeys,
): Placement | undefined {
  const { key, parent } = node;
  if (!parent || (key !== registry && key !== repository) || !matchesField(text, parent, field))
    return undefined;
  if (token.name.start !== node.span.start) return undefined;
  const valueAt = (name: string | undefined): string => {
    const child = name === undefined ? undefined : childOf(parent, name);
    return child ? (printed(text, child) ?? '') : '';
  };
  // Behind another registry it is a folder there.
  if (key === repository && valueAt(registry) !== '') return { context: 'path-component' };
  const own = valueOf(text, node) ?? '';
  const path = key === registry ? `/${valueAt(repository)}` : '';
  const version = valueAt(tag) && `:${valueAt(tag)}`;
  const pin = valueAt(digest) && `@${valueAt(digest)}`;
  return { context: 'split-field', completions: [own.replace(/\/+$/, '') + path + version + pin] };
}

/** A name in a text of YAML or JSON, whatever the keys around it would make one think that it is. */
function placeNested(file: SourceFile, token: Token, node: OutlineNode): Placement | undefined {
  const text = unescapeQuotes(file.text, node);
  const [placement] = placeInBlock({ path: `${file.path}#nested.yaml`, text }, [token], {
    ...node,
    key: 'nested.yaml',
  });
  return placement;
}

/** The file with each `\"` in a quoted text as a quote and a blank outside of it, so that offsets stay true. */
function unescapeQuotes(text: string, { style, span }: { style: OutlineNode['style']; span: Span }): string {
  if (style !== 'double') return text;
  let opens = false;
  const inner = text
    .slice(span.start, span.end)
    .replaceAll('\\"', () => {
      opens = !opens;
      return opens ? ' "' : '" ';
    })
    .replaceAll('\\n', ' \n');
  return text.slice(0, span.start) + inner + text.slice(span.end);
}
