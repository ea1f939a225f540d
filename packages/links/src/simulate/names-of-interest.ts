import type { Finding } from '@regmigrate/core';
import { usedBy } from '../kustomize/closure-of.ts';
import type { Kustomization } from '../kustomize/kustomization.ts';
import type { KustomizeTree } from '../kustomize/kustomize-tree.ts';
import { namePatternOf } from './name-pattern.ts';
import { splitImage } from './split-image.ts';

/**
 * The names that any entry may match, before a fix or after. An image with another name changes nothing, so
 * files without these need not be read closely. Undefined where entries are patterns or stand in other files.
 */
export function namesOfInterest(
  tree: KustomizeTree,
  users: readonly Kustomization[],
  findings: Iterable<Finding>,
): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const { images, written, transformers, patches } of usedBy(tree, users)) {
    if (transformers.length + patches.length > 0) return undefined;
    for (const { name } of [...images, ...(written?.entries ?? [])]) {
      const pattern = namePatternOf(name.value);
      if (pattern.kind === 'pattern') return undefined;
      names.add(pattern.name);
    }
  }
  for (const { old, new: next } of findings)
    for (const name of [old, next ?? old]) names.add(splitImage(name).name);
  return names;
}

/** `image: NAME`; of an alias, a block or what begins on the next line, the first characters. */
const IMAGE = /image["']?\s*:\s*(?:[&!]\S+\s+)*["']?([^\s"',#}\]]*)/g;

/** Whether a text may hold an image with one of these names. May say yes too often, never too seldom. */
export function mayHold(text: string, names: ReadonlySet<string> | undefined): boolean {
  if (!names) return text.includes('image');
  for (const [, value = ''] of text.matchAll(IMAGE))
    if (!/^[\w.-]+[\w./:@-]*$/.test(value) || names.has(splitImage(value).name)) return true;
  return false;
}
