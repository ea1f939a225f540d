import type { OutlineNode } from '@regmigrate/formats/yaml';
import { childOf, readOutline } from '@regmigrate/formats/yaml';
import { itemsOf, scalarAt, type Source } from './scalar.ts';

/** A field in which `images` look for references, besides `image` in lists of containers. */
export interface FieldSpec {
  readonly kind?: string;
  /** Keys from the object's root; lists on the way are entered. */
  readonly path: readonly string[];
}

/** Volumes that are images, as kustomize knows them of itself. */
export const knownFieldSpecs: readonly FieldSpec[] = [
  { path: ['spec', 'volumes', 'image', 'reference'] },
  { path: ['spec', 'template', 'spec', 'volumes', 'image', 'reference'] },
];

/** What a file under `configurations` adds to `images`. */
export function readConfiguration(source: Source): readonly FieldSpec[] {
  const { documents } = readOutline(source.text);
  return documents.flatMap((root) => readFieldSpecs(source, childOf(root, 'images')));
}

export function readFieldSpecs(source: Source, list: OutlineNode | undefined): readonly FieldSpec[] {
  return itemsOf(list).flatMap((item): readonly FieldSpec[] => {
    const path = scalarAt(source, item, 'path')?.value;
    const kind = scalarAt(source, item, 'kind')?.value;
    if (path === undefined) return [];
    // A slash that belongs to a key is escaped.
    const keys = path.split(/(?<!\\)\//).map((key) => key.replaceAll('\\/', '/').replace(/\[\]$/, ''));
    return [{ path: keys.filter((key) => key !== ''), ...(kind !== undefined && { kind }) }];
  });
}
