import type { Span } from '@regmigrate/core';
import { lineEnd } from '../line-end.ts';
import { maskTemplates } from '../mask-templates.ts';
import { ancestry, childOf, spotAt, type Outline, type OutlineNode } from '../outline.ts';
import { readOutline } from '../read-outline.ts';
import { domainsBeside, PATH_KEYS } from '../split-keys.ts';

/** A comment that tells an automation of Flux or Fleet what to write on its line. */
export interface Update {
  readonly by: 'imagepolicy' | 'imagescan';
  /** What decides the version: `namespace:name` of an ImagePolicy, `tagName` of an ImageScan. */
  readonly source: string;
  /** What is written: the whole reference, or a part of it that has a field of its own. */
  readonly part: 'reference' | 'name' | 'tag';
  /** The scalars that hold the image's name: that of the line, or those beside a line that holds its tag. */
  readonly names: readonly Span[];
  /** The scalars beside a tag that hold a registry; the names are paths on it then. */
  readonly domains: readonly Span[];
}

const MARKER = /#[ \t]*\{\s*"\$(imagepolicy|imagescan)"\s*:\s*"([^"\n]{1,300})"/g;
const PART = /:(tag|name|digest)$/;
const NAME_KEYS = [...PATH_KEYS, 'newName'];
/** Behind which the value comes on the next line. */
const OPENS = /(?::|[|>][0-9+-]{0,2})$/;

export const holdsUpdates = (text: string): boolean => /"\$image(?:policy|scan)"/.test(text);

export function readUpdates(
  text: string,
  outline: Outline = readOutline(maskTemplates(text)),
): readonly Update[] {
  return [...text.matchAll(MARKER)].flatMap(({ index, 1: by, 2: written = '' }): readonly Update[] => {
    const marked = markedAt(text, outline, index);
    if (!marked) return [];
    const suffix = PART.exec(written)?.[1];
    const part = suffix === 'name' ? suffix : suffix === undefined ? 'reference' : 'tag';
    const isTag = part === 'tag';
    return [
      {
        by: by === 'imagescan' ? by : 'imagepolicy',
        source: written.replace(PART, ''),
        part,
        names: (isTag ? namesBeside(marked.node) : marked.may).map(({ span }) => span),
        domains: isTag ? domainsBeside(text, marked.node).map(({ span }) => span) : [],
      },
    ];
  });
}

interface Marked {
  readonly node: OutlineNode;
  /** Behind a flow collection, all scalars of it: which one is meant is not told. */
  readonly may: readonly OutlineNode[];
}

/** What a comment at an offset is about: the scalar before it, or on the next line where its key opens that. */
function markedAt(text: string, outline: Outline, comment: number): Marked | undefined {
  const alone = (node: OutlineNode | undefined): Marked | undefined => node && { node, may: [node] };
  const opener = lastBefore(text, comment, ' \t');
  if (OPENS.test(text.slice(Math.max(0, opener - 2), opener + 1))) {
    let next = lineEnd(text, comment);
    while (/["'\s]/.test(text.charAt(next))) next++;
    return alone(spotAt(outline, next)?.node);
  }
  const last = lastBefore(text, comment, ' \t\r\n"\'');
  const before = alone(spotAt(outline, last)?.node);
  if (before) return before;
  const node = spotAt(outline, lastBefore(text, comment, ' \t\r\n"\',]}'))?.node;
  if (!node) return undefined;
  const closed = [...ancestry(node)].findLast(
    ({ span }) => span.end === last + 1 && /[[{]/.test(text.charAt(span.start)),
  );
  return { node, may: closed ? leavesOf(closed) : [node] };
}

/** The offset of the last character before another that is none of some. */
function lastBefore(text: string, before: number, skipped: string): number {
  let at = before - 1;
  while (at >= 0 && skipped.includes(text.charAt(at))) at--;
  return at;
}

function leavesOf(collection: OutlineNode): readonly OutlineNode[] {
  const leaves: OutlineNode[] = [];
  const open = [collection];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.children.length === 0) leaves.push(node);
    open.push(...node.children.toReversed());
  }
  return leaves;
}

/** An entry of a kustomization prints its `newName` where it has one, else its `name`. */
function namesBeside({ parent }: OutlineNode): readonly OutlineNode[] {
  const named = NAME_KEYS.flatMap((key) => childOf(parent, key) ?? []);
  return named.length > 0 ? named : [childOf(parent, 'name') ?? []].flat();
}
