import { mergeImages } from '../deployments/written-images.ts';
import type { Entry } from '../kustomize/entry.ts';
import type { Kustomization } from '../kustomize/kustomization.ts';
import type { LinkSets } from './link-sets.ts';
import type { Place } from './place.ts';
import type { Readings } from './readings.ts';

interface Ordering {
  readonly readings: Readings;
  readonly sets: LinkSets;
  readonly valueOf: (place: Place) => string;
}

/** The entries of `images` as they are applied, with what a deployment writes there. */
export function imagesInOrder(
  { images, written }: Kustomization,
  { readings, sets, valueOf }: Ordering,
): readonly Entry[] {
  if (!written) return images;
  const placeOf = (entry: Entry): Place => readings.entry(entry).name;
  const { entries, overruled } = mergeImages(images, written, (entry) => valueOf(placeOf(entry)));
  // Renamed alone, either would stand beside the other.
  for (const { entry, by } of overruled) sets.union(placeOf(entry).id, placeOf(by).id);
  return entries;
}
