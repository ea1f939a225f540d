import type { ContextId, Token } from '@regmigrate/core';
import { isCompared } from './place-in-template.ts';
import { lineAround } from '../text/line-around.ts';

/** `image: NAME`, alone on its line: clear whatever the lines around it are. */
const IMAGE_LINE = /^\s*(?:-\s+)?["']?[\w-]*image["']?:\s*["']?$/i;

/** What a name is in a part of a file that is no YAML: one line is all there is to go by. */
export function placeUnparsed(text: string, token: Token): ContextId {
  const line = lineAround(text, token.name.start);
  const before = line.text.slice(0, token.name.start - line.start);
  const after = line.text.slice(token.extent.end - line.start);
  if (before.includes('{{') || after.includes('{{'))
    return isCompared(before, after) ? 'comparison' : 'template';
  return IMAGE_LINE.test(before) && token.reference && /^["']?\s*(?:#.*)?$/.test(after)
    ? 'image-field'
    : 'text';
}
