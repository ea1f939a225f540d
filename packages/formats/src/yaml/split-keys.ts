import { valueOf } from './locator.ts';
import { childOf, type OutlineNode } from './outline.ts';

/** Keys over which a reference is split, the more telling first; counted in public charts. */
export const PATH_KEYS = ['repository', 'image', 'repo', 'imageName'];
const TAG_KEYS = ['tag', 'imageTag', 'version'];

/** Keys that hold a registry. */
export const DOMAIN_KEY = /registry|domain|^hub$/i;
const DOMAIN = /^(?:localhost|[\w-]+(?:\.[\w-]+)+)(?::\d+)?\/?$/;

/** More registries in one map than people write; of a longer list, which one is meant is not told. */
const MOST_DOMAINS = 8;
const domains = new WeakMap<OutlineNode, readonly OutlineNode[]>();

/** The registries that keys beside a scalar hold. Each map is looked through once. */
export function domainsBeside(text: string, { parent }: OutlineNode): readonly OutlineNode[] {
  if (parent?.style !== 'map') return [];
  const known = domains.get(parent);
  if (known) return known;
  const isDomain = (node: OutlineNode): boolean =>
    DOMAIN_KEY.test(node.key ?? '') && DOMAIN.test(valueOf(text, node) ?? '');
  const found = parent.children.filter(isDomain).slice(0, MOST_DOMAINS);
  domains.set(parent, found);
  return found;
}

/** The tag that a key beside a name gives; undefined where there is none, or where it is known only later. */
export function tagBeside(text: string, node: OutlineNode): string | undefined {
  // Beside a `name` that is only a label, such as a dependency’s, `version` stands as well.
  const keys = node.key === 'name' ? TAG_KEYS.filter((key) => key !== 'version') : TAG_KEYS;
  const tags = keys.map((key) => childOf(node.parent, key)).filter((tag) => tag !== undefined);
  return tags.map((tag) => printed(text, tag)).find(Boolean);
}

/** A number loses its trailing zeros before a template prints it: `tag: 1.10` becomes 1.1. */
export function printed(text: string, node: OutlineNode): string | undefined {
  const value = valueOf(text, node);
  return node.style === 'plain' && /^\d+\.\d+$/.test(value ?? '') ? String(Number(value)) : value;
}
