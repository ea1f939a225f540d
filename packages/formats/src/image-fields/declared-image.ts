import { parseReference } from '@regmigrate/core';
import { valueOf } from '../yaml/locator.ts';
import { childOf, type OutlineNode } from '../yaml/outline.ts';
import { printed } from '../yaml/split-keys.ts';
import type { ImageField } from '@regmigrate/core';
import { matchesField, stepsOf } from './match-field.ts';

/** The reference that a scalar in a declared field gives, joined where it is split; undefined for all other scalars. */
export function declaredImage(
  text: string,
  node: OutlineNode,
  fields: readonly ImageField[],
): string | undefined {
  for (const field of fields) {
    const { written = 'whole' } = field;
    const joined =
      typeof written === 'object'
        ? node.key === written.repository && node.parent && matchesField(text, node.parent, field)
          ? joinSplit(text, node.parent, written)
          : undefined
        : written === 'whole' && matchesField(text, node, field)
          ? valueOf(text, node)
          : undefined;
    if (joined !== undefined && parseReference(joined).ok) return joined;
  }
  return undefined;
}

function joinSplit(
  text: string,
  map: OutlineNode,
  { registry, repository, tag, digest }: Extract<ImageField['written'], object>,
): string {
  const part = (key: string | undefined, before: string, behind = ''): string => {
    const node = key === undefined ? undefined : childOf(map, key);
    const value = node ? printed(text, node) : undefined;
    return value ? before + value.replace(/\/+$/, '') + behind : '';
  };
  return part(registry, '', '/') + part(repository, '') + part(tag, ':') + part(digest, '@');
}

/** A word that stands in every file with such a field. */
export const wordOf = ({ path, written }: ImageField): string | undefined =>
  typeof written === 'object' ? written.repository : stepsOf(path).findLast((step) => /^\w/.test(step));
