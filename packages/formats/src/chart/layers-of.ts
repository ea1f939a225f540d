import type { Release } from '@regmigrate/core';
import type { Layer } from './given.ts';
import { readValues } from './values.ts';

const known = new WeakMap<Release, readonly Layer[]>();

/** What a release gives to its chart; the strongest first. */
export function layersOf(release: Release): readonly Layer[] {
  const layers =
    known.get(release) ??
    release.values.map(({ text }) => ({ values: readValues(text), at: [] })).toReversed();
  known.set(release, layers);
  return layers;
}
