import type { ContextId, Join, SourceFile, Span, Tree } from '@regmigrate/core';
import { isBound } from '../chart/is-bound.ts';
import { ownersOf, type Owner } from '../chart/owners-of.ts';
import { referencesOfValue, setAbove } from '../chart/references-of-value.ts';
import { keysOf, nodeAt } from '../chart/values.ts';
import { locatorOf, valueOf } from './locator.ts';
import { spotAt, type Outline, type OutlineNode } from './outline.ts';
import { tagBeside } from './split-keys.ts';

/** A domain that stands alone, as in `registry: us.gcr.io`; a trailing slash joins without another one. */
const DOMAIN = /^(?:(?:[\w-]+\.)+[a-z]{2,}(?::\d{1,5})?|[a-z][\w-]*:\d{2,5})\/?$/i;
/** A path of an image on some registry. */
const PATH = /^[a-z0-9][\w.-]*\/[\w./-]+(?::[\w.-]+)?$/;

interface DomainKey {
  readonly node: OutlineNode;
  /** Whether other images may take their domain from it. */
  readonly shared: boolean;
  /** Whether other values put the path behind another domain, or the domain before another path. */
  readonly mirrored?: boolean;
  /** The tag that is printed behind the path. */
  readonly tag?: string;
}

/** Retired names whose domain and path stand under two keys: of one map, or of two that a chart's templates join. */
export function joinKeys(file: SourceFile, outline: Outline, loosePaths: readonly Span[]): readonly Join[] {
  const { text } = file;
  const words = new Set(loosePaths.map(({ start, end }) => text.slice(start, end)));
  const joinWith = (node: OutlineNode): DomainKey | undefined => {
    const beside = domainBeside(text, node, words);
    const printed = domainPrinted(file, { text, outline, words, node, beside: beside?.node });
    return printed === 'unknown' ? beside : printed;
  };
  return loosePaths.flatMap(({ start }): readonly Join[] => {
    const spot = spotAt(outline, start);
    if (spot?.part !== 'value' || spot.node.span.start !== start) return [];
    const { node } = spot;
    const domain = joinWith(node);
    if (!domain) return [];
    const tag = tagBeside(text, node) ?? domain.tag;
    const bound = isHeld(file, domain.node) || isHeld(file, node);
    return [
      {
        domain: domain.node.span,
        path: node.span,
        context: contextOf(domain, bound),
        locator: locatorOf(text, node, outline),
        ...(tag !== undefined && { tag }),
      },
    ];
  });
}

function contextOf({ shared, mirrored }: DomainKey, bound: boolean): ContextId {
  if (bound) return 'schema-bound';
  if (mirrored) return 'mirrored-value';
  return shared ? 'shared-domain' : 'split-field';
}

/** Whether a schema lets through nothing but what the scalar says now; of a part of a name, all of it will change. */
function isHeld(file: SourceFile, node: OutlineNode): boolean {
  const { text, tree } = file;
  const value = valueOf(text, node) ?? '';
  const held = { path: keysOf(node), text: value, name: value };
  return tree !== undefined && ownersOf(file).some(({ chart }) => isBound(tree, chart, held));
}

/** The one domain in the map that holds the path. */
function domainBeside(text: string, node: OutlineNode, words: ReadonlySet<string>): DomainKey | undefined {
  if (node.parent?.style !== 'map') return undefined;
  const siblings = node.parent.children.filter((child) => child !== node);
  const [domain, ...others] = siblings.filter((child) => DOMAIN.test(valueOf(text, child) ?? ''));
  // Two domains beside one path: which of them it belongs to is not known.
  if (!domain || others.length > 0) return undefined;
  const isOther = (value: string): boolean => PATH.test(value) && !startsRetired(value, words);
  const shared = siblings.some((child) => isOther(valueOf(text, child) ?? ''));
  return { node: domain, shared: shared || isAnchored(text, domain) };
}

const startsRetired = (value: string, words: ReadonlySet<string>): boolean =>
  [...words].some((word) => value.startsWith(`${word}/`));

/** An anchor lets other keys repeat the value. */
const isAnchored = (text: string, { span }: OutlineNode): boolean =>
  /&\S+\s+["']?$/.test(text.slice(Math.max(0, span.start - 100), span.start));

interface LoosePath {
  readonly text: string;
  readonly outline: Outline;
  readonly words: ReadonlySet<string>;
  readonly node: OutlineNode;
  readonly beside: OutlineNode | undefined;
}

/** The key that the templates of all charts with this file print in front of a value, such as `global.imageRegistry`. */
function domainPrinted(file: SourceFile, loose: LoosePath): DomainKey | undefined | 'unknown' {
  const { tree } = file;
  if (!tree) return 'unknown';
  const printed = ownersOf(file).map((owner) => domainPrintedBy(tree, owner, loose));
  const told = printed.filter((domain) => domain !== 'unknown');
  const [first] = told;
  if (!first) return told.length === 0 ? 'unknown' : undefined;
  const keys = told.filter((domain) => domain !== undefined);
  if (keys.length < told.length || keys.some(({ node }) => node !== first.node)) return undefined;
  const { node } = first;
  const tags = new Set(keys.map(({ tag }) => tag));
  return {
    node,
    shared: keys.some(({ shared }) => shared),
    mirrored: keys.some(({ mirrored }) => mirrored),
    ...(tags.size === 1 && first.tag !== undefined && { tag: first.tag }),
  };
}

function domainPrintedBy(
  tree: Tree,
  owner: Owner,
  { text, outline, words, node, beside }: LoosePath,
): DomainKey | undefined | 'unknown' {
  const current = { text, outline };
  const { references, elsewhere } = referencesOfValue(tree, owner, keysOf(node), current);
  const before = references.flatMap(({ text, at, values }) =>
    values.filter(({ start, end }) => start === 0 && /^\/?$/.test(text.slice(end, at))),
  );
  const [domain] = before.map((value) => nodeAt(current, value.path)).filter((found) => found !== undefined);
  if (!domain || !DOMAIN.test(valueOf(text, domain) ?? ''))
    return references.length === 0 ? 'unknown' : undefined;
  if (beside && beside !== domain) return undefined;
  const overruled = setAbove(tree, owner, current, [keysOf(domain), keysOf(node)]);
  // Where both are, neither is printed.
  if (owner.stronger && overruled.includes(2)) return 'unknown';
  const all = referencesOfValue(tree, owner, keysOf(domain), current);
  const isRetired = (printed: string): boolean =>
    startsRetired(printed.slice(printed.indexOf('/') + 1), words);
  const shared = all.unknown > 0 || !all.references.every(({ text }) => isRetired(text));
  const start = valueOf(text, domain) ?? '';
  const mirrored = overruled.includes(1) || !elsewhere.every((reference) => reference.text.startsWith(start));
  const tags = new Set(references.map((reference) => /:([\w.-]+)$/.exec(reference.text)?.[1]));
  const [tag] = tags;
  return {
    node: domain,
    shared: shared || isAnchored(text, domain),
    mirrored,
    ...(tags.size === 1 && tag !== undefined && { tag }),
  };
}
