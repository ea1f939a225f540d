import { posix } from 'node:path';
import type { ContextId, Join, SourceFile, Span } from '@regmigrate/core';
import { chartAround } from '../chart/open-chart.ts';
import { isBound } from '../chart/is-bound.ts';
import { referencesOfValue } from '../chart/references-of-value.ts';
import { isOutsideValues, keysOf, nodeAt } from '../chart/values.ts';
import { locatorOf, valueOf } from './locator.ts';
import { spotAt, type Outline, type OutlineNode } from './outline.ts';
import { tagBeside } from './split-keys.ts';

/** A domain that stands alone, as in `registry: us.gcr.io`; a trailing slash joins without another one. */
const DOMAIN = /^(?:[\w-]+\.)+[a-z]{2,}\/?$/i;
/** A path of an image on some registry. */
const PATH = /^[a-z0-9][\w.-]*\/[\w./-]+(?::[\w.-]+)?$/;

interface DomainKey {
  readonly node: OutlineNode;
  /** Whether other images may take their domain from it. */
  readonly shared: boolean;
  /** Whether other values put the path behind another domain. */
  readonly mirrored?: boolean;
}

/** Retired names whose domain and path stand under two keys: of one map, or of two that a chart's templates join. */
export function joinKeys(file: SourceFile, outline: Outline, loosePaths: readonly Span[]): readonly Join[] {
  const { text } = file;
  const words = new Set(loosePaths.map(({ start, end }) => text.slice(start, end)));
  const joinWith = (node: OutlineNode): DomainKey | undefined => {
    const beside = domainBeside(text, node, words);
    const printed = domainPrinted(file, beside?.node, node, outline, words);
    return printed === 'unknown' ? beside : printed;
  };
  return loosePaths.flatMap(({ start }): readonly Join[] => {
    const spot = spotAt(outline, start);
    if (spot?.part !== 'value' || spot.node.span.start !== start) return [];
    const { node } = spot;
    const domain = joinWith(node);
    if (!domain) return [];
    const tag = tagBeside(text, node);
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
function isHeld({ path, text, tree }: SourceFile, node: OutlineNode): boolean {
  const chart = tree && chartAround(tree, path);
  const value = valueOf(text, node) ?? '';
  if (!chart || isOutsideValues(posix.relative(chart.folder, path))) return false;
  return isBound(tree, chart, { path: keysOf(node), text: value, name: value });
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

/** The key that a chart's templates print in front of this value, such as `global.imageRegistry`. */
function domainPrinted(
  { path, text, tree }: SourceFile,
  beside: OutlineNode | undefined,
  node: OutlineNode,
  outline: Outline,
  words: ReadonlySet<string>,
): DomainKey | undefined | 'unknown' {
  const chart = tree && chartAround(tree, path);
  if (!chart || isOutsideValues(posix.relative(chart.folder, path))) return 'unknown';
  const current = { text, outline };
  const { references, elsewhere } = referencesOfValue(tree, chart, keysOf(node), current);
  const before = references.flatMap(({ text, at, values }) =>
    values.filter(({ start, end }) => start === 0 && /^\/?$/.test(text.slice(end, at))),
  );
  const [domain] = before.map((value) => nodeAt(current, value.path)).filter((found) => found !== undefined);
  if (!domain || !DOMAIN.test(valueOf(text, domain) ?? ''))
    return references.length === 0 ? 'unknown' : undefined;
  if (beside && beside !== domain) return undefined;
  const all = referencesOfValue(tree, chart, keysOf(domain), current);
  const isRetired = (printed: string): boolean =>
    startsRetired(printed.slice(printed.indexOf('/') + 1), words);
  const shared = all.unknown > 0 || !all.references.every(({ text }) => isRetired(text));
  const start = valueOf(text, domain) ?? '';
  const mirrored = !elsewhere.every((reference) => reference.text.startsWith(start));
  return { node: domain, shared: shared || isAnchored(text, domain), mirrored };
}
