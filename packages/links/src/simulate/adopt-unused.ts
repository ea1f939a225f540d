import { posix } from 'node:path';
import type { Entry } from '../kustomize/entry.ts';
import { isKustomization } from '../kustomize/is-kustomization.ts';
import type { KustomizeTree } from '../kustomize/kustomize-tree.ts';
import type { Build } from './build.ts';
import type { Place } from './place.ts';
import type { Readings } from './readings.ts';
import { splitImage } from './split-image.ts';

/**
 * Entries that no kustomization of the tree uses, such as a transformer that a script picks: whatever they
 * are put together with, they go on matching it if all places with their name move as one. Gives their places.
 */
export function adoptUnused(
  files: readonly string[],
  {
    tree,
    readings,
    build,
  }: { readonly tree: KustomizeTree; readonly readings: Readings; readonly build: Build },
): ReadonlySet<Place> {
  const unused = files
    .flatMap((file) => entriesIn(file, tree, readings))
    .filter((entry) => !build.reaches.has(entry));
  if (unused.length === 0) return new Set();
  const placed = unused.map((entry) => readings.entry(entry));
  const names = new Set(unused.flatMap(({ name, newName }) => [name.value, newName?.value ?? name.value]));
  const byName = new Map<string, Place>();
  for (const place of readings.places.all) {
    const { name } = splitImage(place.value);
    const first = byName.get(name);
    if (!first) byName.set(name, place);
    else if (names.has(name)) build.sets.union(first.id, place.id);
  }
  return new Set(placed.flatMap(({ name, newName }) => (newName ? [name, newName] : [name])));
}

function entriesIn(file: string, tree: KustomizeTree, readings: Readings): readonly Entry[] {
  const kustomization = isKustomization(file) ? tree.inFolder(posix.dirname(file)) : undefined;
  if (kustomization) return kustomization.images;
  const source = readings.source(file);
  if (!source?.text.includes('ImageTagTransformer')) return [];
  return readings.transformersOf(source).flatMap((found) => ('entry' in found ? [found.entry] : []));
}
