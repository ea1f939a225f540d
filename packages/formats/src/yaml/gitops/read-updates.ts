import type { Span } from '@regmigrate/core';
import { maskTemplates } from '../mask-templates.ts';
import { childOf, spotAt, type Outline, type OutlineNode } from '../outline.ts';
import { readOutline } from '../read-outline.ts';
import { PATH_KEYS } from '../split-keys.ts';

/** A comment that tells an automation of Flux or Fleet what to write on its line. */
export interface Update {
  readonly by: 'imagepolicy' | 'imagescan';
  /** What decides the version: `namespace:name` of an ImagePolicy, `tagName` of an ImageScan. */
  readonly source: string;
  /** What is written: the whole reference, or a part of it that has a field of its own. */
  readonly part: 'reference' | 'name' | 'tag';
  /** The scalars that hold the image's name: that of the line, or those beside a line that holds its tag. */
  readonly names: readonly Span[];
}

const MARKER = /#[ \t]*\{\s*"\$(imagepolicy|imagescan)"\s*:\s*"([^"\n]{1,300})"/g;
const PART = /:(tag|name|digest)$/;
const NAME_KEYS = [...PATH_KEYS, 'newName'];

export const holdsUpdates = (text: string): boolean => /"\$image(?:policy|scan)"/.test(text);

export function readUpdates(
  text: string,
  outline: Outline = readOutline(maskTemplates(text)),
): readonly Update[] {
  return [...text.matchAll(MARKER)].flatMap(({ index, 1: by, 2: written = '' }): readonly Update[] => {
    let at = index - 1;
    while (/["'\s]/.test(text.charAt(at))) at--;
    const node = spotAt(outline, at)?.node;
    if (!node) return [];
    const suffix = PART.exec(written)?.[1];
    const part = suffix === 'name' ? suffix : suffix === undefined ? 'reference' : 'tag';
    return [
      {
        by: by === 'imagescan' ? by : 'imagepolicy',
        source: written.replace(PART, ''),
        part,
        names: part === 'tag' ? namesBeside(node) : [node.span],
      },
    ];
  });
}

/** An entry of a kustomization prints its `newName` where it has one, else its `name`. */
function namesBeside({ parent }: OutlineNode): readonly Span[] {
  const named = NAME_KEYS.flatMap((key) => childOf(parent, key) ?? []);
  const found = named.length > 0 ? named : [childOf(parent, 'name')];
  return found.flatMap((node) => node?.span ?? []);
}
